"""What English duties demand: classes of verbs and nouns, each with look-alikes that demand nothing."""

import pytest

from jdlint.language.demand import read_demands


def demanded(text: str) -> set[str]:
    return {f"{one.act} {one.object}" for one in read_demands(text) if one.confidence != "low"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disciplines the ferry crew after a hearing", "reward personnel"),
        ("Keep good order and discipline on deck", ""),
        ("Shows courtesy, discipline and patience at the counter", ""),
        ("Tell the headmistress about lateness, discipline and lost property", ""),
        ("Promotes staff after the annual round", "reward personnel"),
        ("Promotes growth of the young ushers", ""),
        ("Sets the summer programme of the lido", "approve plan"),
        ("Develops a fishing programme for beginners", ""),
        ("Creates and updates the app roadmap", ""),
        ("Revision and development of the pottery curriculum", ""),
        ("Develops the five-year plan of the harbour", "approve plan"),
    ],
)
def test_discipline_and_programmes(text: str, expected: str) -> None:
    assert demanded(text) == set(filter(None, expected.split(", ")))
