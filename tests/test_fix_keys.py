"""`jdlint fix --keys`: keys in one language, and nothing else said than before."""

from pathlib import Path

import pytest

from jdlint.fix.keys import with_keys
from tests.running import ROOT, jdlint, write


def keys(text: str, language: str, file: str = "role.yaml") -> str:
    raw, _ = with_keys(file, text.encode(), language)
    return raw.decode()


@pytest.mark.parametrize("language", ["zh", "zh-Hant"])
@pytest.mark.parametrize("path", sorted((ROOT / "roles").rglob("*.yaml")), ids=lambda path: path.stem)
def test_there_and_back(path: Path, language: str) -> None:
    english, _ = with_keys(path.name, path.read_bytes(), "en")
    there, count = with_keys(path.name, english, language)
    back, back_count = with_keys(path.name, there, "en")
    assert (back, back_count) == (english, count)
    assert count


def test_aliases_list_numbers_and_quotes() -> None:
    text = "一、岗位名称: 店长 # 2024\r\n'直接上司': 无\r\n{}"
    assert (
        keys(text.format("工作内容: [盘点]\r\n"), "zh")
        == "岗位名称: 店长 # 2024\r\n'直接上级': 无\r\n岗位职责: [盘点]\r\n"
    )


def test_keys_in_braces_keep_their_quotes() -> None:
    assert keys('{"名称":"店长","级别":"A1"}', "en") == '{"title":"店长","level":"A1"}'


def test_parts_of_entries_and_lists_of_roles() -> None:
    text = "岗位列表:\n  - 岗位名称: 店长\n    考核指标:\n      - {名称: 营业额, 占比: 40%}\n"
    mended = "roles:\n  - title: 店长\n    kpis:\n      - {name: 营业额, weight: 40%}\n"
    assert keys(text, "en") == mended


def test_unknown_keys_and_keys_that_stand_twice_stay() -> None:
    text = "岗位名称: 店长\n心得: 多听\n岗位职责: [盘点]\n工作内容: [巡店]\n"
    assert keys(text, "en") == "title: 店长\n心得: 多听\n岗位职责: [盘点]\n工作内容: [巡店]\n"


def test_facts_of_an_organisation() -> None:
    text = "组织名称: 甲公司\n职级序列: {P: [P1]}\n术语: {人力资源部: [人事部]}\n"
    mended = "name: 甲公司\nladder: {P: [P1]}\nterms: {人力资源部: [人事部]}\n"
    assert keys(text, "en", "org.yaml") == mended


@pytest.mark.parametrize("text", ["services: {web: {image: nginx}}\n", "岗位名称：店长\n", "- 名称\n", ""])
def test_other_files_stay_as_they_are(text: str) -> None:
    assert keys(text, "en") == text


def test_command_says_what_it_did(tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": "", "roles/a.yaml": "岗位名称: 店长\n直接上级: 无\n"})
    run = jdlint("fix", "--keys", "en", "--lang", "en", cwd=tmp_path)
    assert "2 keys written in the language asked for." in run.out
    assert (tmp_path / "roles/a.yaml").read_text(encoding="utf-8") == "title: 店长\nreports_to: 无\n"
