"""Compiled parts hold what rules/ says, follow every change of it, and never stop a run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint import compiled, knowledge
from jdlint.checking.catalogue import from_files, packed_rules
from jdlint.checking.packed import unpack
from tests.running import jdlint

_PROGRAM = "from jdlint import compiled; print(compiled.part('sample', lambda: print('made') or {'a': (1, None)}))"


def test_rules_come_out_of_their_compiled_form_as_they_went_in() -> None:
    rules = list(from_files().rules.values())
    for rule, row in zip(rules, packed_rules(), strict=True):
        again = unpack(row, lambda rule_id: from_files().rules[rule_id].examples)
        assert (again.kind, again.params) == (rule.kind, rule.params)
        assert (again.prose, again.examples, again.fixes) == (rule.prose, rule.examples, rule.fixes)
        again = again._replace(bound_of=rule.bound_of, prose_of=rule.prose_of)
        again = again._replace(examples_of=rule.examples_of, fixes_of=rule.fixes_of)
        assert again == rule


def _run(folder: Path, **environment: str) -> list[str]:
    """Ask for a part in a process of its own, whose bytecode stands in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder), **environment}
    done = subprocess.run([sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _part_below(folder: Path) -> Path:
    (found,) = folder.rglob("*-sample.*")
    return found


def test_a_part_is_made_once(tmp_path: Path) -> None:
    assert _run(tmp_path) == ["made", "{'a': (1, None)}"]
    assert _run(tmp_path) == ["{'a': (1, None)}"]


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff\x7f", b"\0\0\0\0garbage"])
def test_a_damaged_part_is_made_anew(tmp_path: Path, content: bytes) -> None:
    _run(tmp_path)
    _part_below(tmp_path).write_bytes(content)
    assert _run(tmp_path)[0] == "made"
    assert _run(tmp_path) == ["{'a': (1, None)}"]


def test_a_part_of_another_state_is_made_anew(tmp_path: Path) -> None:
    _run(tmp_path)
    part = _part_below(tmp_path)
    length, content = part.read_bytes()[:4], part.read_bytes()[4:]
    part.write_bytes(length + bytes((content[0] ^ 1,)) + content[1:])
    assert _run(tmp_path)[0] == "made"


def _without_bytecode(folder: Path, **environment: str) -> list[str]:
    """Ask for a part where Python keeps no bytecode, with a cache folder."""
    chosen = {"JDLINT_CACHE_DIR": str(folder), **environment}
    return _run(folder / "bytecode", PYTHONDONTWRITEBYTECODE="1", **chosen)


def test_where_python_keeps_no_bytecode_a_part_is_a_record(tmp_path: Path) -> None:
    assert _without_bytecode(tmp_path)[0] == "made"
    assert _without_bytecode(tmp_path) == ["{'a': (1, None)}"]
    (record,) = tmp_path.iterdir()
    assert record.name.endswith(".part.jdlint")


def test_where_bytecode_cannot_be_written_a_part_is_a_record(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for said in (["made"], []):
        assert _run(tmp_path / "file", JDLINT_CACHE_DIR=str(tmp_path / "cache")) == [*said, "{'a': (1, None)}"]


@pytest.mark.parametrize("change", [b"", b"garbage", b"cut"])
def test_a_damaged_record_is_made_anew(tmp_path: Path, change: bytes) -> None:
    _without_bytecode(tmp_path)
    (record,) = tmp_path.iterdir()
    record.write_bytes(record.read_bytes()[:-1] if change == b"cut" else change)
    assert _without_bytecode(tmp_path)[0] == "made"
    assert _without_bytecode(tmp_path) == ["{'a': (1, None)}"]


def test_a_record_that_others_may_write_is_not_read(tmp_path: Path) -> None:
    _without_bytecode(tmp_path)
    (record,) = tmp_path.iterdir()
    record.chmod(0o666)
    assert _without_bytecode(tmp_path)[0] == "made"


def test_a_cache_folder_below_that_of_the_run_holds_no_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (tmp_path, tmp_path / "cache"):
        assert _without_bytecode(folder)[0] == "made"
    assert [path.name for path in tmp_path.rglob("*.jdlint")] == []


def test_clean_removes_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _without_bytecode(tmp_path)
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path))
    done = jdlint("clean")
    assert (done.code, list(tmp_path.iterdir())) == (0, [])


def test_folders_that_take_no_file_stop_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for _ in range(2):
        done = _run(tmp_path / "file", JDLINT_CACHE_DIR=str(tmp_path / "file"))
        assert done == ["made", "{'a': (1, None)}"]


def test_the_state_tells_a_changed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "family").mkdir()
    rule = tmp_path / "family" / "rule.yaml"
    rule.write_text("id: a")
    monkeypatch.setattr(compiled, "rules_folder", lambda: str(tmp_path))
    states = []
    for change in (lambda: None, lambda: rule.write_text("id: ab"), lambda: os.utime(rule, ns=(1, 1)), rule.unlink):
        change()
        compiled.state.cache_clear()
        states.append(compiled.state())
    compiled.state.cache_clear()
    assert len(set(states)) == 4


def test_tables_are_those_of_the_files() -> None:
    assert knowledge.has_key("lexicon/acts", "acts")
    assert not knowledge.has_key("lexicon/acts", "phrases")
    assert "lexicon/acts" in knowledge.names("lexicon")
    assert "texts/errors" in knowledge.names("texts")
