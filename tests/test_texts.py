"""What jdlint says stands in rules/texts/: in three languages, with its values, and nothing that nobody says."""

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter
from typing import Any

import pytest

from jdlint import knowledge
from jdlint.begin.role_file import Draft, sections
from jdlint.bring.block import Unit
from jdlint.bring.damage import Sign
from jdlint.bring.left import Reason
from jdlint.checking.catalogue import built_in
from jdlint.checking.fixes import FIXES
from jdlint.cli import COMMANDS
from jdlint.draw.chart import MARKS
from jdlint.finding import Confidence, Means, Profile, Severity
from jdlint.wording import LANGUAGES
from tests.running import ROOT
from tests.text_uses import Sources, Use

TABLES = sorted(path.stem for path in (ROOT / "rules" / "texts").iterdir())
Route = tuple[str, ...]


def _texts(table: Any, *route: str) -> Iterator[tuple[Route, dict[str, str]]]:  # noqa: ANN401 - as YAML has it
    if isinstance(table, dict) and "en" in table:
        yield route, table
    elif isinstance(table, dict):
        for key, part in table.items():
            yield from _texts(part, *route, key)


def _names(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("name", TABLES)
def test_every_text_stands_in_every_language_with_the_same_values(name: str) -> None:
    found = list(_texts(knowledge.load(f"texts/{name}")))
    assert found
    for route, texts in found:
        assert tuple(texts) == LANGUAGES, route
        assert all(texts.values()), route
        names = [_names(text) for text in texts.values()]
        assert names.count(names[0]) == len(names), route


def test_chinese_texts_use_full_width_marks() -> None:
    half = re.compile(r"[㐀-鿿][,;:!?()]|[,;!?()][㐀-鿿]")
    code = re.compile(r"`[^`]*`|“(?:键|名称): |「(?:鍵|名稱): |jdlint new \S+|pip install [a-z&\s-]+")
    texts = [
        text
        for name in TABLES
        for _, wording in _texts(knowledge.load(f"texts/{name}"))
        for text in list(wording.values())[1:]
    ]
    assert [text for text in texts if half.search(code.sub("", text))] == []


@cache
def _uses() -> tuple[Use, ...]:
    return tuple(Sources().uses())


def _labels(kind: type[Severity | Profile]) -> set[str]:
    return {each.label for each in kind}


def _frame() -> set[str]:
    """Give the texts that the frame of the page asks for."""
    return set(re.findall(r"\{\{(?:say|number) (\w+)\}\}", (ROOT / "jdlint/draw/page/report.html").read_text("utf-8")))


def _spelled(folder: str, *words: str) -> set[str]:
    """Give words, which are constants in the files of a folder, or in one file."""
    path = ROOT / "jdlint" / folder
    files = path.rglob("*.py") if path.is_dir() else [path]
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    spelled = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert spelled.issuperset(words), folder
    return set(words)


def _sections() -> set[str]:
    drafts = (
        Draft("", kind, is_kind_told=True) for kind in ("executive", "manager", "specialist", "assistant", "deputy")
    )
    return {section for draft in drafts for section in sections(draft, has_ladder=True)} - {"title"}


def _steps() -> set[str]:
    return {key for key in knowledge.load("texts/begin")["init"] if key.startswith("step_")}


def _open() -> Mapping[Route, set[str]]:
    """Give the keys that only a run knows, by the part of a table that holds them."""
    severities, sure = _labels(Severity), {each.value for each in Confidence}
    helped = knowledge.load("texts/help")
    return {
        ("begin", "guides"): _sections() | {"head", "kind", "level_free"},
        ("begin", "init"): _spelled("cli/init.py", *_steps()),
        ("changes", "level"): _spelled("compare/lines.py", "raised", "lowered"),
        ("changes", "limit"): _spelled(
            "compare", "raised", "lowered", "set", "lifted", "changed", "granted", "withdrawn"
        ),
        ("commands", "modality"): _spelled("language/clause.py", "own", "support", "submit", "passive", "other"),
        ("commands", "sure"): sure,
        ("errors", "errors"): _spelled(
            "checking/binding.py",
            *(f"{kind}-expected" for kind in ("text", "integer", "number", "truth", "type")),
        ),
        ("errors", "reasons"): _spelled("source", "not-a-file")
        | _spelled(
            "saying.py",
            *("gone", "loop", "forbidden", "folder", "no-folder", "full", "read-only", "too-long"),
        ),
        ("fixes", "about"): set(FIXES),
        ("fixes", "does"): {says for kind in FIXES.values() for says in kind.says},
        ("fixes", "sentence"): _spelled("checking/fixes/plans.py", "safe", "unsafe"),
        ("help", "commands"): set(COMMANDS),
        ("help", "options"): set(helped["options"]),  # each is held against argparse in test_spoken.py
        ("help", "values"): set(helped["values"]),  # the same
        ("import", "places"): set(Unit),
        ("import", "reasons"): set(Reason),
        ("import", "remarks"): _spelled("bring/readers", "encoding", "hidden", "deleted", "hidden-sheets"),
        ("import", "signs"): set(Sign),
        ("import", "sure"): sure - {"high"},
        ("repair", "reasons"): _spelled(
            "fix",
            *("left", "adds", "unreadable", "elsewhere", "unstaged"),
            *("link", "outside", "not-a-file", "read-only", "changed"),
        ),
        ("report", "counts"): severities,
        ("report", "excused"): {each.value for each in Means} - {"baselined"},
        ("report", "headings"): severities,
        ("report", "severities"): severities,
        ("report-page", "chart"): set(MARKS)
        | _spelled("draw", "claimed", "guessed", "dotted", "external", "unknown", "far", "more"),
        ("report-page", "page"): _frame() | {f"{each}s{mean}" for each in severities for mean in ("", "_mean")},
        ("report-page", "profiles"): _labels(Profile),
        ("rule-facts", "families"): {rule.family for rule in built_in().rules.values()},
        ("rule-facts", "stated"): severities | sure,
    }


def _below(route: Route) -> Any:  # noqa: ANN401 - as YAML has it
    found = knowledge.load(f"texts/{route[0]}")
    for key in route[1:]:
        found = found[key]
    return found


def _named() -> Iterator[tuple[Use, Route]]:
    """Give every text that a call names or may come to name."""
    may_be = _open()
    for use in _uses():
        yield from ((use, route) for route in use.routes())
        if at := use.open_at():
            behind = tuple(next(iter(keys.known)) for keys in use.keys[len(at) :])
            yield from ((use, (*at, key, *behind)) for key in may_be[at])


def test_every_text_that_is_named_is_there_and_gets_its_values() -> None:
    assert len(_uses()) > 300
    for use, route in _named():
        for _, texts in _texts(_below(route)):
            assert use.speaker in ("part", "template") or use.given is None or _names(texts["en"]) <= use.given, (
                use.where,
                route,
            )


def test_no_text_is_there_that_nobody_says() -> None:
    said = {(*route, *rest) for _, route in _named() for rest, _ in _texts(_below(route))}
    there = {(name, *route) for name in TABLES for route, _ in _texts(knowledge.load(f"texts/{name}"))}
    assert there - said == set()


def test_keys_are_followed_to_where_they_are_spelt() -> None:
    spelt = {route for use in _uses() for route in use.routes()}
    assert spelt >= {
        ("report", "verdict", "new", "clean"),  # a choice
        ("report", "held-back", "excluded"),  # a key of a mapping that is gone through
        ("changes", "duty-reworded", "came"),  # parameters of two functions
        ("commands", "test", "sum"),  # a parameter
        ("begin", "init", "proceed"),  # a parameter of a method, through another one
        ("errors", "errors", "folder-missing", "remedy"),  # what a function returns
    }


def test_what_only_a_run_knows_is_listed_once_and_asked_for() -> None:
    assert {use.open_at() for use in _uses()} - {None} == set(_open())


def test_no_sentence_stands_in_python() -> None:
    """Say that whoever translates finds every sentence in rules/: Python holds patterns and single words."""
    speaks, matches = re.compile(r"[㐀-鿿]{2}.*[。，：！？；{]|[}].*[㐀-鿿]"), re.compile(r"[\\[(|]")
    found = {}
    for file in sorted((ROOT / "jdlint").rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in told]
        if spoken := [
            text for text in texts if isinstance(text, str) and speaks.search(text) and not matches.search(text)
        ]:
            found[file.relative_to(ROOT).as_posix()] = spoken
    # how a run breaks off is said even where rules/ can't be read
    assert set(found) == {"jdlint/cli/aside.py"}, found
