"""Incompatible duties: the table holds together, and the roles of a real size are told apart."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from jdlint import knowledge
from jdlint.wording import LANGUAGES
from tests.running import jdlint, write

TABLE = knowledge.load("lexicon/incompatible-duties")


def test_every_pair_has_known_sides_and_a_reason_in_every_language() -> None:
    for pair in TABLE["pairs"]:
        assert set(pair["sides"]) <= set(TABLE["sides"]), pair["id"]
        assert set(pair["reason"]) == set(LANGUAGES), pair["id"]
        assert pair.get("confidence", "high") in {"high", "medium", "low"}


def test_no_side_stands_unused_and_no_pair_twice() -> None:
    assert {side for pair in TABLE["pairs"] for side in pair["sides"]} == set(TABLE["sides"])
    ids = [pair["id"] for pair in TABLE["pairs"]]
    assert len(ids) == len(set(ids))


def found(folder: Path, text: str) -> list[dict[str, Any]]:
    write(folder, {"roles/a.yaml": text})
    return jdlint("--profile", "audit", "--select", "authority/sod", "--format", "json", cwd=folder).findings


BOTH = "title: 采购专员\nduties: [采购办公用品, 验收到货]\n"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        (BOTH, ["error"]),
        (BOTH + "compensating: 财务部每月抽查入库单\n", ["info"]),
        ("title: 采购总监\nkind: executive\nduties: [负责物资采购, 负责物资验收]\n", []),
        ("title: 采购总监\nkind: executive\nduties: [组织采购办公用品, 监督到货验收]\n", []),
        ("title: 采购专员\nduties: [采购办公用品, 协助仓管员验收到货]\n", []),
        ("title: 业务员\nduties: [推销产品, 收取货款]\n", ["warning"]),
        ("title: 销售经理\nduties: [推销产品, 收取货款]\n", ["error"]),
    ],
)
def test_severity_and_silence(tmp_path: Path, text: str, severities: list[str]) -> None:
    assert [finding["severity"] for finding in found(tmp_path, text)] == severities


def test_a_finding_names_its_pair_and_points_at_both_sides(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, BOTH)
    assert finding["data"] == {"pair": "buy-receive"}
    assert finding["pointer"] == "duties[1]"
    assert [place["pointer"] for place in finding["related"]] == ["duties[0]"]


def test_every_pair_can_be_told_in_chinese_and_in_english(tmp_path: Path) -> None:
    roles = "roles:\n"
    wanted: list[tuple[int, str]] = []
    for language, pair in product(("zh", "en"), TABLE["pairs"]):
        duties = [_sentence(TABLE["sides"][side], language) for side in pair["sides"]]
        if all(duties):
            roles += f"  - title: Somebody {len(wanted)}\n    duties:\n" + "".join(
                f"      - {duty}\n" for duty in duties
            )
            wanted.append((len(wanted), pair["id"]))
    told = {
        (int(str(finding["role"]).rpartition("-")[2]), finding["data"]["pair"]) for finding in found(tmp_path, roles)
    }
    assert "; ".join(pair for one, pair in wanted if (one, pair) not in told) == ""


def _sentence(side: dict[str, Any], language: str) -> str:
    """Write the plainest duty that shows a side."""
    words = side.get(language, {})
    if language == "zh":
        acts, things = (str(words.get(key, "")).split() for key in ("acts", "things"))
        return acts[0] + things[0] if acts else ""
    return f"{words['acts'][0]} {words['things'][0]}" if words else ""
