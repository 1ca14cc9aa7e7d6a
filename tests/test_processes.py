"""Work that is shared out gives what one process gives, in order, whatever becomes of the others."""

import os
import signal
from pathlib import Path

import pytest

from benchmarks.shapes import files
from jdlint.run.processes import FEWEST, share_out, worthwhile
from tests.running import jdlint, write

WORK = [list(range(size)) for size in (3, 1, 4, 1, 5, 9, 2, 6)]

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are shared out by fork")


@pytest.mark.parametrize("processes", [1, 2, 3, 20])
def test_results_come_in_order(processes: int) -> None:
    assert list(share_out(WORK, sum, processes)) == [sum(piece) for piece in WORK]


def test_work_is_shared_by_its_size() -> None:
    workers = list(share_out(WORK, lambda piece: (os.getpid(), len(piece)), 2))
    shares = {process: sum(size for each, size in workers if each == process) for process, _ in workers}
    assert sorted(shares.values()) == [15, 16]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_the_first_process_does_what_a_killed_one_leaves(number: signal.Signals) -> None:
    first = os.getpid()

    def do(piece: list[int]) -> int:
        if os.getpid() != first:
            os.kill(os.getpid(), number)
        return sum(piece)

    assert list(share_out(WORK, do, 3)) == [sum(piece) for piece in WORK]


def test_an_error_is_met_by_the_first_process() -> None:
    def do(piece: list[int]) -> int:
        if len(piece) == 9:
            raise ValueError("nine")
        return len(piece)

    with pytest.raises(ValueError, match="nine"):
        list(share_out(WORK, do, 3))


def test_nobody_is_left_behind_when_the_results_are_not_wanted() -> None:
    results = share_out(WORK, sum, 3)
    assert next(results) == 3
    results.close()  # type: ignore[attr-defined] # an iterator that is a generator
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_few_files_are_no_work_for_several() -> None:
    assert worthwhile(FEWEST - 1) == 1
    assert worthwhile(FEWEST) >= 1


def test_findings_are_the_same_with_any_number_of_processes(tmp_path: Path) -> None:
    for unit in ("甲", "乙", "丙"):
        write(
            tmp_path,
            {
                f"{unit}/org.yaml": "language: zh-Hans\njurisdictions: [cn]\n",
                f"{unit}/roles.yaml": "roles:\n  - {title: 经理, manages: [文员], duties: [负责市场, 处理其他事务]}\n",
                f"{unit}/broken.yaml": "title: [\n",
            },
        )
    runs = [jdlint(str(tmp_path), "--no-cache", "--jobs", str(jobs), "--format", "json") for jobs in (1, 2, 5)]
    assert runs[0].code == 1
    assert runs[0] == runs[1] == runs[2]


def test_one_large_organisation_is_shared_out_by_its_roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, dict(files("accepted", FEWEST + 50)))
    write(tmp_path, {"000/r0.yaml": "title: 总经理\nlevel: A4\nreview: {reviewed: 2024-01-01}\nduties: [负责市场]\n"})
    options = (str(tmp_path), "--profile", "strict", "--format", "json")
    runs = [jdlint(*options, "--no-cache", "--jobs", str(jobs)) for jobs in (1, 2, 5)]
    assert runs[0].code == 1
    assert runs[0] == runs[1] == runs[2]
    assert "structure/stale-review" in runs[0].out
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "kept"))
    write(tmp_path, {"000/r1.yaml": "title: 出纳\nduties: [负责资金]\n"})
    assert jdlint(*options, "--jobs", "3") == jdlint(*options, "--no-cache")
    write(tmp_path, {"000/r1.yaml": "title: 出纳\nduties: [负责资金, 处理其他事务]\n"})
    assert jdlint(*options, "--jobs", "3") == jdlint(*options, "--no-cache")
