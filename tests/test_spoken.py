"""What the command line says beside its reports: in three languages, with its values, and nothing that nobody says."""

import argparse
import errno
import re
from importlib import import_module
from pathlib import Path

import pytest

from jdlint import knowledge
from jdlint.cli import COMMANDS, MODULES, manual, parser
from jdlint.errors import RuleError, UsageError
from jdlint.report.fixes import not_written
from jdlint.report.width import width
from jdlint.saying import reason, say
from jdlint.wording import LANGUAGES
from tests.running import OWN_RULE, jdlint, write


def test_every_error_says_what_to_do() -> None:
    assert all(set(texts) == {"says", "remedy"} for texts in knowledge.load("texts/errors")["errors"].values())


def test_an_error_names_where_it_lies_in_every_language() -> None:
    error = UsageError("no-such-value", value="x", known=("a", "b")).inside("profile").inside("f.yaml", "overrides[0]")
    assert str(error) == "f.yaml: overrides[0]: profile: `x` is none of a, b"
    assert error.told("zh") == "f.yaml：overrides[0]：profile：“x”不在可选范围：a、b\n  请选其中一个。"
    assert error.told("zh-Hant") == "f.yaml：overrides[0]：profile：「x」不在可選範圍：a、b\n  請選其中一個。"


def test_a_kind_of_a_package_may_word_its_own_errors() -> None:
    assert RuleError("the day is past").inside("check").told("zh") == "check: the day is past"


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("C", "roles/none.yaml doesn't exist\n  Check the path; names with spaces need quotes.\n"),
        ("zh_CN.UTF-8", "roles/none.yaml\n  请检查路径；名称里有空格时要加引号。\n"),
        ("zh_TW.UTF-8", "roles/none.yaml\n  請檢查路徑；名稱裡有空格時要加引號。\n"),
    ],
)
def test_an_error_speaks_the_language_of_the_locale(locale: str, words: str) -> None:
    assert jdlint("roles/none.yaml", locale=locale).err.endswith(words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lang", "zh", "none.yaml"), "jdlint: 找不到 "),
        (("--lang=zh-Hant", "none.yaml"), "請檢查路徑"),
        (("--lang", "zh", "--profil", "core"), "无法识别：--profil\n  您要的是不是 `--profile`？"),
        (("--lang", "zh-TW"), "--lang：「zh-TW」不在可選範圍"),
        (
            ("--lang", "zh", "--profile", "it's"),
            "--profile：“it's”不在可选范围\n  可以写：core、standard、strict、audit。",
        ),
        (("--lang", "zh", "--profile", "strickt"), "您要的是不是 `strict`？"),
        (("--lang", "zh", "--profile"), "--profile 后面要写一个值\n  `jdlint check --help` 列出全部选项。"),
        (("--lang", "zh", "--isolated=yes"), "--isolated 后面不能写值"),
        (("--lang", "zh", "--staged", "--diff-base", "HEAD"), "--diff-base 不能与 --staged 一起用"),
        (("new", "--lang", "zh"), "缺少：岗位名称"),
        (("completion", "tcsh"), "SHELL: there is no `tcsh` to choose\n  There are: bash, zsh, fish."),
        (("--lang", "zh", "--as-of", "soon"), "“soon”不是日期"),
        (("--lang", "zh", "--jobs", "0"), "--jobs：“0”不是 1 到 64 之间的整数"),
        (("--lang", "zh", "--ignore", "duty/none", "roles/harmonised"), "ignore 里的规则“duty/none”不存在。"),
        (("explain", "--lang", "zh", "duty/catchall"), "没有规则“duty/catchall”\n  您要的是不是 `duty/catch-all`？"),
        (("import", "--lang", "zh", "none.docx"), "none.docx：文件不存在\n  请检查文件名和读取权限。"),
        (("diff", "--lang", "zh", "no-such-branch"), "没有提交“no-such-branch”"),
    ],
)
def test_an_error_speaks_the_language_that_is_asked_for(arguments: tuple[str, ...], words: str) -> None:
    assert words in jdlint(*arguments).err


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No such file or directory"), "文件不存在"),
        (PermissionError(errno.EPERM, "Operation not permitted"), "没有权限"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        ("gone", "文件不存在"),
        ("odd", "odd"),
    ],
)
def test_the_systems_reasons_are_put_into_words(error: OSError | str, words: str) -> None:
    assert reason(error).read("zh") == words


def test_a_file_that_a_fix_cannot_write_is_told_with_its_reason() -> None:
    assert not_written("a.yaml", "full", "zh-Hant").endswith("磁碟已滿")


def test_small_commands_speak_the_language_of_the_locale(tmp_path: Path) -> None:
    assert jdlint("clean", locale="zh_CN.UTF-8").out.startswith("已从 ")
    assert "没有设置文件" in jdlint("config", cwd=tmp_path, locale="zh_CN.UTF-8").out
    write(tmp_path, {"own/own/word.yaml": OWN_RULE})
    assert jdlint("test", "own", cwd=tmp_path, locale="zh_TW.UTF-8").out == "2 個範例，0 個不符\n"
    write(tmp_path, {"own/own/word.yaml": OWN_RULE.replace("phrases:", "phrasez:")})
    told = jdlint("test", "own", cwd=tmp_path, locale="zh_CN.UTF-8").out
    assert "规则文件有误：check：phrasez：没有“phrasez”这个参数" in told


def test_a_rule_file_that_is_broken_is_told_in_the_language_of_the_roles(tmp_path: Path) -> None:
    files = {
        ".jdlint.yaml": "rules: [own]\n",
        "own/own/word.yaml": OWN_RULE.replace("severity: warning", "severity: grave"),
        "roles/org.yaml": "language: zh-Hans\n",
        "roles/a.yaml": "title: 销售经理\n",
    }
    write(tmp_path, files)
    for _ in range(2):
        told = jdlint("--lang", "zh", cwd=tmp_path).out
        assert "severity：“grave”不在可选范围：info、warning、error" in told
        assert "请选其中一个。改好后用" in told


def test_settings_that_cannot_be_followed_are_told_in_chinese(tmp_path: Path) -> None:
    write(tmp_path, {".jdlint.yaml": "profil: strict\n", "roles/a.yaml": "title: 销售经理\n"})
    run = jdlint(cwd=tmp_path, locale="zh_CN.UTF-8")
    assert run.code == 2
    assert run.err == "jdlint: .jdlint.yaml：没有“profil”这项设置\n  您要的是不是 `profile`？\n"


def _actions(command: str) -> list[argparse.Action]:
    with pytest.raises(parser.Described) as found:
        import_module(f"jdlint.cli.{MODULES.get(command, command)}").execute([parser.DESCRIBE], print)
    return found.value.parser._actions  # noqa: SLF001 - argparse has no other way to ask


def test_every_option_has_a_text_and_every_text_an_option() -> None:
    table = knowledge.load("texts/help")
    asked = {manual.place(command, each) for command in COMMANDS for each in _actions(command)}
    assert asked == {(command, name) for command, options in table["options"].items() for name in options}
    assert sorted(table["commands"]) == sorted(COMMANDS)
    stood_for = {str(each.metavar or each.dest.upper()) for command in COMMANDS for each in _actions(command)}
    assert [name for name in table["values"] if name not in stood_for] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_names_every_command(language: str) -> None:
    overview = say("help", "overview").read(language)
    assert [command for command in COMMANDS if not re.search(rf"jdlint \[?{command}\b", overview)] == []
    assert max(map(width, overview.split("\n"))) <= 120


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_of_help_fits_a_terminal(command: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = manual.page(command, _actions(command), language)
    assert f"jdlint {command}" in page
    assert manual.about(command).read(language) in page.replace("\n", " ")
    assert [line for line in page.split("\n") if width(line) > 80] == []
    assert language == "en" or not re.search(r"\b(FILE|PATH|RULE|OPTION)\b", page)


@pytest.mark.parametrize(
    ("arguments", "locale", "words"),
    [
        (("--help",), "C", "a linter for role definitions"),
        (("--help",), "zh_CN.UTF-8", "检查用 YAML 保存的岗位职责"),
        (("--help", "--lang", "zh-Hant"), "C", "檢查以 YAML 保存的崗位職責"),
        (("check", "--help"), "C", "Usage: jdlint check [OPTION …] [PATH …]"),
        (("check", "--help"), "zh_CN.UTF-8", "--ignore 规则               不运行这些规则或规则族"),
        (("report", "-h"), "zh_TW.UTF-8", "用法：jdlint report -o 檔案 [選項 …] [路徑 …]"),
        (("import", "--lang", "zh", "--help"), "C", "用法：jdlint import [选项 …] 文件 …"),
        (("completion", "fish"), "zh_CN.UTF-8", "不运行这些规则或规则族"),
    ],
)
def test_help_speaks_three_languages(arguments: tuple[str, ...], locale: str, words: str) -> None:
    run = jdlint(*arguments, locale=locale)
    assert (run.code, run.err) == (0, "")
    assert words in run.out
