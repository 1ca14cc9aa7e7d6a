"""A comparison looks only at organisations that the change touches, and says what looking at all of them would say."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from jdlint.cli import sides
from jdlint.cli.check import execute
from jdlint.config import Config
from jdlint.finding import Finding
from jdlint.pipeline import Outcome, check
from jdlint.run.request import Request
from tests.repository import Repo, repository

STRAY = "title: {}\nreports_to: 区域经理\nduties: [每天拜访客户5家, 完成领导交办的其他工作, 负责{}]\n"
FILES = {
    f"{unit}/{name}.yaml": STRAY.format(title, unit)
    for unit in ("north", "south", "east")
    for name, title in (("rep", "业务代表"), ("clerk", "文员"))
} | {f"{unit}/org.yaml": "language: zh-Hans\n" for unit in ("north", "south", "east")}

LEFT = "2 organisations that the change doesn't touch weren't looked at."


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = repository(tmp_path / "repo", FILES)
    monkeypatch.chdir(made.folder)
    return made


def told(*options: str) -> tuple[int, str]:
    written: list[str] = []
    code = execute(["--staged", "--no-cache", "--lang", "en", *options], written.append)
    return code, "".join(written)


def look(*, is_whole: bool, config: Config) -> Outcome:
    with sides.asked((), is_staged=True) as asked:
        return check(Request(asked.paths, "2026-11-30", config, compared=asked.compared, is_whole=is_whole))


def test_organisations_that_the_change_leaves_alone_are_counted(repo: Repo) -> None:
    repo.stage({"north/rep.yaml": FILES["north/rep.yaml"] + "level: A1\n"})
    code, text = told()
    assert (code, LEFT in text, "profile" in text) == (0, True, False)
    assert "in 2 roles (3 files)" in text


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_formats_that_list_what_was_there_look_everywhere(repo: Repo, form: str) -> None:
    repo.stage({"north/rep.yaml": FILES["north/rep.yaml"] + "level: A1\n"})
    assert "south/rep.yaml" in told("--format", form)[1]


@pytest.mark.parametrize("name", [".jdlint.yaml", ".jdlint-baseline.json"])
def test_settings_alone_and_the_record_of_old_findings_are_looked_at_everywhere(repo: Repo, name: str) -> None:
    repo.stage({name: '{"version": 1, "findings": []}'.replace("{", "{" if name.endswith("json") else "# {")})
    assert "in 6 roles (9 files)" in told()[1]


def test_an_organisation_that_is_gone_leaves_nothing_to_look_at(repo: Repo) -> None:
    repo.git("rm", "-rq", "north")
    code, text = told()
    assert (code, LEFT in text, "No new findings in 0 roles (0 files)." in text) == (0, True, True)


Edit = Callable[[Repo, random.Random], None]


def _reword(repo: Repo, chance: random.Random) -> None:
    path = chance.choice(sorted(repo.folder.glob("*/*.yaml")))
    line = chance.choice(["level: A1\n", "manages: [文员]\n", "# jdlint: ignore[duty] 见制度\n", "kpis: [销售额]\n"])
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")


def _add(repo: Repo, chance: random.Random) -> None:
    name = f"{chance.choice(('north', 'south', 'west'))}/new{chance.randint(0, 9)}.yaml"
    repo.write({name: STRAY.format("司机", chance.choice(("车辆", "仓库")))})


def _move(repo: Repo, chance: random.Random) -> None:
    path = chance.choice(sorted(repo.folder.glob("*/*.yaml")))
    target = repo.folder / chance.choice(("north", "south", "east")) / f"moved{chance.randint(0, 99)}.yaml"
    path.rename(target)


def _delete(repo: Repo, chance: random.Random) -> None:
    chance.choice(sorted(repo.folder.glob("*/*.yaml"))).unlink()


def _record(repo: Repo, chance: random.Random) -> None:
    """Set a baseline of one of two organisations that hold the same role, in the commit that comes before."""
    if chance.random() < 0.5:
        execute_baseline(repo)


def execute_baseline(repo: Repo) -> None:
    from jdlint.cli.baseline import execute as record  # noqa: PLC0415 - one edit of many needs it

    (repo.folder / ".jdlint-baseline.json").unlink(missing_ok=True)
    record(["."], lambda _: None)


EDITS: tuple[Edit, ...] = (_reword, _reword, _add, _move, _delete)


@pytest.mark.parametrize("seed", range(16))
def test_looking_everywhere_finds_no_more_that_is_new(repo: Repo, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    _record(repo, chance)
    repo.git("add", "-A")
    repo.commit({}, "before")
    for _ in range(chance.randint(1, 3)):
        chance.choice(EDITS)(repo, chance)
    repo.git("add", "-A")
    narrow, wide = (look(is_whole=whole, config=Config(profile="strict")) for whole in (False, True))
    seen = set(narrow.files) | {finding.place.file for finding in narrow.findings.shown}
    assert _new(narrow) == _new(wide)
    assert [each for each in wide.findings.shown if each.place.file in seen] == list(narrow.findings.shown)
    assert [each for each in wide.findings.baselined if each.place.file in seen] == list(narrow.findings.baselined)


def _new(outcome: Outcome) -> list[Finding]:
    return [finding for finding in outcome.findings.shown if not finding.is_existing]
