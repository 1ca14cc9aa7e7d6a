"""The rule pages are those of the rules as they stand, and the terminal shows the same facts in each language."""

from pathlib import Path

import pytest

from tests.running import ROOT, jdlint

COMMAND = "python -m jdlint rules --write docs/rules"


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.md")}


def test_rule_pages_are_current(tmp_path: Path) -> None:
    assert jdlint("rules", "--write", str(tmp_path)).code == 0
    kept, fresh = pages(ROOT / "docs" / "rules"), pages(tmp_path)
    stale = sorted(name for name in kept.keys() | fresh.keys() if kept.get(name) != fresh.get(name))
    assert not stale, f"stale: {', '.join(f'docs/rules/{name}' for name in stale)}; run `{COMMAND}` and commit"


def test_writing_takes_away_pages_of_rules_that_are_gone_and_nothing_else(tmp_path: Path) -> None:
    jdlint("rules", "duty/catch-all", "--write", str(tmp_path))
    (tmp_path / "notes.md").write_text("Ours.\n", encoding="utf-8")
    run = jdlint("rules", "reporting/cycle", "--write", str(tmp_path))
    assert run.out.startswith("2 pages in ")
    assert sorted(pages(tmp_path)) == ["index.md", "notes.md", "reporting/cycle.md"]


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", ["The law", "Employment Service Act, art. 5(1) [read]", "no legal advice", "confidence: high"]),
        (
            "zh",
            [
                "法律依据",
                "《就业服务法》第5(1)条 [read]",
                "如何作为例外",
                "严重程度: 警告（warning）",
                "把握: 高",
                "已读原文",
            ],
        ),
        ("zh-Hant", ["法律依據", "《就業服務法》第5(1)條 [read]", "如何作為例外", "把握: 高"]),
    ],
)
def test_explain_shows_law_and_the_way_to_an_exception(language: str, shown: list[str]) -> None:
    page = jdlint("explain", "compliance/age", "--lang", language).out
    assert [
        words for words in (*shown, "- rule: compliance/age", "ignore: [compliance/age]") if words not in page
    ] == []


def test_the_law_of_a_place_says_how_to_read_it() -> None:
    assert "[read]" in (told := jdlint("rules", "--jurisdiction", "cn", "--lang", "zh").out)
    assert "read 为已读原文" in told.splitlines()[-1]


def test_a_rule_that_cannot_be_left_out_offers_no_exception() -> None:
    page = jdlint("explain", "syntax/parse", "--lang", "en").out
    assert "can't be left out" in page
    assert "ignore:" not in page


def test_examples_are_quoted_whole() -> None:
    page = (ROOT / "docs/rules/syntax/encoding.md").read_text(encoding="utf-8")
    assert "- bad:\n    files:\n```" not in page
