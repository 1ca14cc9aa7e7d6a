"""The guide to writing rules, followed literally."""

from pathlib import Path

from tests.guide import BLOCK, follow, guide


def test_the_guide_holds_when_followed_literally(tmp_path: Path) -> None:
    assert {"test", "check", "fix"} <= set(follow("writing-rules.md", tmp_path))


def test_every_rule_of_the_guide_has_look_alikes_that_stay_silent() -> None:
    blocks = BLOCK.findall(guide("writing-rules.md"))
    rules = [text for form, text in blocks if form == "yaml" and "\ncheck:" in text]
    proven = [text for text in rules if "- bad:" in text and "- good:" in text]
    assert len(proven) == len(rules) - 1, "all but the one that shows a mistake"
