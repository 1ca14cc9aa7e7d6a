"""Whatever is edited, a run that takes from records what it can says what a run without any record says."""

import marshal
import os
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jdlint import cache, pipeline
from jdlint.checking import run
from jdlint.checking.filter import Filtered
from jdlint.checking.run import Plan
from jdlint.cli import usage
from jdlint.cli.baseline import execute as record
from jdlint.cli.check import execute
from jdlint.finding import Finding
from jdlint.model import load as loading
from jdlint.model import schema
from jdlint.model.organisation import Organisation
from jdlint.run import roles as roles_of_run
from jdlint.run import survey
from jdlint.run import telling as tellings
from jdlint.run.telling import Teller, Telling
from jdlint.run.verdict import Verdict
from tests.running import OWN_RULE, write

ROLE = """title: {title}
reports_to: {superior}
duties:
  - 每周拜访重点客户3家
  - 完成领导交办的其他工作
  - 负责{unit}的日常管理
authorities: [对{unit}费用有审批权]
"""
UNITS = ("north", "south", "east")
FILES = {
    f"roles/{unit}/{name}.yaml": ROLE.format(title=title, superior=superior, unit=unit)
    for unit in UNITS
    for name, title, superior in (("boss", "经理", "总经理"), ("rep", "业务代表", "经理"), ("clerk", "文员", "主管"))
} | {
    f"roles/{unit}/org.yaml": "language: zh-Hans\njurisdictions: [cn]\nladder: [P1, P2, P3]\nexternals: [总经理]\n"
    for unit in UNITS
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDLINT_CACHE_DIR", str(tmp_path / "kept"))
    monkeypatch.chdir(write(tmp_path / "project", FILES))
    return tmp_path / "project"


def say(*options: str, day: str = "2026-11-30") -> tuple[int, str]:
    written: list[str] = []
    code = execute(["roles", "--as-of", day, *options], written.append)
    return code, "".join(written)


def any_file(tree: Path, chance: random.Random) -> Path:
    return chance.choice(sorted((tree / "roles").rglob("*.yaml")))


LINES = (
    *("level: P2", "kpis: [销售额]", "  - 负责市场", "manages: [文员]", "a: [", "title: 主管"),
    *("# jdlint: ignore[duty] 见制度", "review: {reviewed: 2020-01-01}"),
    "accept: [{rule: duty/catch-all, reason: 见章程, until: 2026-12-31}]",
    *("kind: boss", "purpos: 编制周报", "headcount: [3]", "岗位名称: 主管", "kpis: [{name: 回款率, weight: [1]}]"),
)


def _line(tree: Path, chance: random.Random) -> None:
    path = any_file(tree, chance)
    lines = path.read_text(encoding="utf-8").splitlines()
    lines.insert(chance.randint(0, len(lines)), chance.choice(LINES))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _letter(tree: Path, chance: random.Random) -> None:
    """Edit a file so that its length and its times stay."""
    path = any_file(tree, chance)
    about = path.stat()
    path.write_text(path.read_text(encoding="utf-8").replace("3家", f"{chance.randint(4, 9)}家"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))


def _add(tree: Path, chance: random.Random) -> None:
    unit = chance.choice((*UNITS, "west"))
    text = ROLE.format(title=chance.choice(("司机", "经理", "会计")), superior="经理", unit=unit)
    write(tree, {f"roles/{unit}/new{chance.randint(0, 9)}.yaml": text})


def _rename(tree: Path, chance: random.Random) -> None:
    any_file(tree, chance).rename(tree / "roles" / chance.choice(UNITS) / f"moved{chance.randint(0, 99)}.yaml")


def _delete(tree: Path, chance: random.Random) -> None:
    any_file(tree, chance).unlink()


def _facts(tree: Path, chance: random.Random) -> None:
    facts = chance.choice(["language: en\n", "externals: [主管]\n", "ladder: [P3, P2]\n", "roots: [经理]\n", ""])
    write(tree, {f"roles/{chance.choice(UNITS)}/org.yaml": facts})


def _settings(tree: Path, chance: random.Random) -> None:
    settings = ["profile: strict\n", "severity: warning\n", "exclude: [roles/north/**]\n", "ignore: [duty]\n", "",
                "overrides: [{files: [roles/south/**], ignore: [duty/catch-all]}]\n", "rules: [hr]\n"]  # fmt: skip
    write(tree, {".jdlint.yaml": chance.choice(settings)})


def _rule(tree: Path, chance: random.Random) -> None:
    write(tree, {"hr/own/word.yaml": OWN_RULE.replace("拜访", chance.choice(("拜访", "登记", "负责")))})


def _baseline(tree: Path, chance: random.Random) -> None:
    (tree / ".jdlint-baseline.json").unlink(missing_ok=True)
    if chance.random() < 0.7:
        record(["roles"], lambda _: None)


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_line, _line, _letter, _add, _rename, _delete, _facts, _settings, _rule, _baseline),
)


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_are_judged_as_without_records(tree: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    _rule(tree, chance)
    before = list(FILES.items())
    for _ in range(10):
        if chance.random() < 0.1:  # another branch, and perhaps back again
            shutil.rmtree(tree / "roles")
            write(tree, dict(before))
        else:
            chance.choice(EDITS)(tree, chance)
        if not any((tree / "roles").rglob("*.yaml")):
            write(tree, dict(before))
        options: tuple[str, ...] = chance.choice(
            ((), ("--format", "json"), ("--no-ignores",), ("--profile", "audit"), ("--jobs", "2"))
        )
        options += chance.choice(((), (), ("--lang", "en"), ("--no-baseline",), ("--severity", "error")))
        day = chance.choice(("2026-11-30", "2026-11-30", "2027-01-01"))
        assert say(*options, day=day) == say(*options, "--no-cache", day=day)


def test_facts_that_become_a_role_file_are_looked_through_as_one(tree: Path) -> None:
    say()
    (tree / "roles/east/org.yaml").rename(tree / "roles/north/moved.yaml")
    assert say() == say("--no-cache")


def judged(monkeypatch: pytest.MonkeyPatch) -> tuple[list[str], list[str]]:
    """Note from now on which organisations are judged, and which roles by themselves."""
    organisations: list[str] = []
    roles: list[str] = []
    whole, alone = run.check_whole, run.check_alone

    def check_whole(plan, organisation):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - passed on as it comes
        organisations.append(organisation.folder)
        return whole(plan, organisation)

    def check_alone(plan, organisation, alone_now):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - the same
        roles.extend(role.file for role in alone_now)
        return alone(plan, organisation, alone_now)

    monkeypatch.setattr(survey, "check_whole", check_whole)
    monkeypatch.setattr(roles_of_run, "check_alone", check_alone)
    return organisations, roles


def test_an_edit_is_judged_where_it_counts_and_nowhere_else(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say()
    organisations, roles = judged(monkeypatch)
    write(tree, {"roles/north/rep.yaml": FILES["roles/north/rep.yaml"].replace("3家", "5家")})
    say()
    assert (organisations, roles) == (["roles/north"], ["roles/north/rep.yaml"])


def test_what_breaks_the_format_is_told_again_and_not_looked_for_again(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tree, {"roles/north/clerk.yaml": FILES["roles/north/clerk.yaml"] + "kind: boss\npurpos: 编制周报\n"})
    say()
    write(tree, {"roles/north/rep.yaml": FILES["roles/north/rep.yaml"].replace("3家", "5家")})
    expected = say("--no-cache")
    monkeypatch.setattr(schema, "explain", lambda *_: pytest.fail("a file was set against the format again"))
    assert say() == expected
    assert "purpos" in expected[1]


def test_facts_count_for_every_role_of_their_organisation(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say()
    organisations, roles = judged(monkeypatch)
    write(tree, {"roles/south/org.yaml": "language: en\n"})
    say()
    assert (organisations, len(roles)) == (["roles/south"], 3)


def test_another_day_counts_only_where_a_day_is_named(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree, {"roles/east/rep.yaml": FILES["roles/east/rep.yaml"] + "review: {reviewed: 2024-01-01}\n"})
    execute(["roles", "--profile", "strict"], lambda _: None)
    organisations, roles = judged(monkeypatch)
    for day in ("2027-01-01", "2027-01-02"):
        monkeypatch.setattr(usage, "today", lambda day=day: day)
        execute(["roles", "--profile", "strict"], lambda _: None)
        assert (organisations, roles) == (["roles/east"], [])
        organisations.clear()
        roles.clear()


def test_no_day_counts_where_no_rule_asks_for_it(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tree, {"roles/east/rep.yaml": FILES["roles/east/rep.yaml"] + "review: {reviewed: 2024-01-01}\n"})
    execute(["roles"], lambda _: None)
    organisations, _ = judged(monkeypatch)
    monkeypatch.setattr(usage, "today", lambda: "2027-01-01")
    execute(["roles"], lambda _: None)
    assert organisations == []


@pytest.mark.parametrize("options", [(), ("--no-cache",)])
def test_who_says_its_language_is_told_at_once_and_the_others_last(
    tree: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    write(tree, {"roles/east/org.yaml": "jurisdictions: [cn]\n"})
    expected, met = say("--no-cache"), list[str]()

    def judged(plan: Plan, found: Organisation) -> Iterator[Finding]:
        met.append(f"judged {found.folder}")
        return run.check_whole(plan, found)

    def told(verdict: Verdict, found: Filtered, teller: Teller, fallback: str) -> Telling:
        met.append(f"told {os.path.dirname(verdict.files[0][0])}{fallback and ' for want of a language'}")
        return tellings.telling(verdict, found, teller, fallback)

    monkeypatch.setattr(survey, "check_whole", judged)
    monkeypatch.setattr(pipeline, "telling", told)
    assert say(*options) == expected
    assert met == [
        "judged roles/east",
        *("judged roles/north", "told roles/north", "judged roles/south", "told roles/south"),
        "told roles/east for want of a language",
    ]


def bodies(tree: Path) -> list[Path]:
    return sorted((tree.parent / "kept").glob("*.jdlint"))


@pytest.mark.parametrize(
    "body",
    [
        b"",
        marshal.dumps(None),
        marshal.dumps(([], {}, 1)),
        marshal.dumps((1, 2, ([], [(1,)]), [], [], ())),
        marshal.dumps(([], {b"": [(1,)]})),
        b"\xff" * 40,
    ],
)
def test_a_record_that_holds_something_else_is_none(tree: Path, body: bytes) -> None:
    first = say()
    for path in bodies(tree):
        kept = path.read_bytes()
        cache.store(cache.Key(path.name, kept[len(b"jdlint record 2\n") :][:32]), body)
        if ".run." in path.name:
            path.unlink()
    assert say() == first


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners here")
def test_a_record_that_others_may_write_is_never_read(tree: Path) -> None:
    key = cache.named("run", "a", rests_on=b"0" * 32)
    cache.store(key, b"body")
    assert cache.load(key) == b"body"
    (path,) = bodies(tree)
    path.chmod(0o666)
    assert cache.load(key) is None


def test_a_link_in_place_of_a_record_is_not_followed(tree: Path) -> None:
    key = cache.named("run", "a", rests_on=b"0" * 32)
    cache.store(key, b"body")
    (path,) = bodies(tree)
    path.rename(tree / "elsewhere")
    path.symlink_to(tree / "elsewhere")
    assert cache.load(key) is None


def test_the_folder_stays_within_its_bounds(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST_BYTES", 10_000)
    say("--lang", "en")
    assert sum(path.stat().st_size for path in bodies(tree)) <= 10_000


def test_a_file_that_changes_while_it_is_judged_is_kept_as_what_was_judged(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The digest that is kept is that of the bytes that were judged, not of those that were looked at before."""
    monkeypatch.setattr("jdlint.source.contents.MOST_HELD", 0)
    path = tree / "roles/north/rep.yaml"
    before, load = path.read_text(encoding="utf-8"), loading.load

    def change_and_load(contents, found, known):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202 - passed on as it comes
        if found.path == str(path):
            path.write_text(before.replace("完成领导交办的其他工作", "编制周报"), encoding="utf-8")
        return load(contents, found, known)

    with monkeypatch.context() as patched:
        patched.setattr(survey, "load", change_and_load)
        say()
    path.write_text(before, encoding="utf-8")
    assert say("--severity", "info") == say("--severity", "info", "--no-cache")
