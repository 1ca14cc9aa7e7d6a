"""What jdlint proposes for a vague duty, and what `explain --sentence` shows, in all three languages."""

from pathlib import Path

import pytest

from tests.running import jdlint, write


def _help(folder: Path, language: str, duty: str, *options: str) -> str:
    write(folder, {"org.yaml": f"language: {language}\n", "role.yaml": f"title: X\nduties:\n  - {duty}\n"})
    run = jdlint("--format", "json", *options, str(folder))
    (finding,) = [each for each in run.findings if each["rule"].startswith("duty/")]
    return str(finding["help"])


@pytest.mark.parametrize(
    ("language", "duty", "said", "unsaid"),
    [
        ("zh-Hans", "协调客户内外关系", ["对象（哪些客户）"], ["接收方"]),
        ("zh-Hans", "处理各类问题", ["对象（具体是什么）", "接收方"], []),
        ("zh-Hant", "負責門市營運", ["動作", "對象（", "頻次"], ["动作"]),
        ("zh-Hant", "每日負責門市營運", ["動作"], ["頻次（"]),
        ("en", "Assist with payroll", ["your own output", "the recipient"], ["the frequency"]),
        ("en", "Handle related matters", ["the object (what exactly)"], ["the frequency"]),
    ],
)
def test_advice_names_what_the_sentence_lacks(
    tmp_path: Path, language: str, duty: str, said: list[str], unsaid: list[str]
) -> None:
    advice = _help(tmp_path, language, duty, "--profile", "strict")
    assert all(part in advice for part in said), advice
    assert not any(part in advice for part in unsaid), advice
    assert "{" not in advice


def test_advice_asks_for_nothing_that_is_there(tmp_path: Path) -> None:
    advice = _help(tmp_path, "en", "Repair the conveyor belts", "--profile", "audit")
    assert "Missing here: the recipient" in advice


@pytest.mark.parametrize(
    ("language", "sentence", "shown"),
    [
        ("zh", "负责控制区域费用", ["动作 负责、控制", "对象 区域费用", "费用检查监督权", "duty/no-outcome"]),
        ("zh", "审核促销费用,报区域经理审批", ["动作 审核", "提交别人决定", "费用审核权"]),
        ("zh-Hant", "每月向經理提交報告", ["動作 提交 · 對象 報告", "寫明 頻次、文件、接收方"]),
        ("zh-Hant", "熟悉物業法規", ["duty/trait-as-duty", "core 檔"]),
        ("en", "Approve invoices up to 5%", ["act Approve", "object invoices up to 5%", "a number"]),
        ("en", "Assist with payroll", ["helps another", "duty/support-unscoped", "→ Missing here"]),
    ],
)
def test_a_sentence_is_explained_in_its_own_words(language: str, sentence: str, shown: list[str]) -> None:
    run = jdlint("explain", "--sentence", sentence, "--lang", language)
    assert run.code == 0
    assert [part for part in shown if part not in run.out] == []
