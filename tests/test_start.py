"""A start loads what its run needs and nothing else: users meet it at every commit, in every editor."""

import subprocess
import sys
from ast import literal_eval
from pathlib import Path
from typing import Any

import pytest

from tests.running import write

_PROGRAM = """
import re, sys
compiled = []
def compile_and_tell(pattern, flags=0, compile=re.compile):
    compiled.append(str(pattern))
    return compile(pattern, flags)
re.compile = compile_and_tell
from jdlint.cli import run
sys.stdout, told = open(sys.argv[1], "w"), sys.stdout
code = run(sys.argv[2:])
print({"code": code, "modules": sorted(sys.modules), "patterns": compiled}, file=told)
"""

ROLE = """\
id: sales-manager
title: 销售经理
kind: manager
unit: 销售部
level: A1
reports_to: 总经理
purpose: 组织销售部的日常运行，按期完成公司下达的指标
duties:
  - 每月5日前编制销售预测，提交总经理并抄送财务部
  - 接到投诉后4小时内处理客户异议
  - 每季度首月8日前修订客户清单
authorities:
  - 对下属员工有工作分配权
  - 对销售年度计划有建议权
kpis:
  - name: 销售目标达成率
    formula: 实际完成额÷目标额
    target: ">= 96%"
    weight: 100%
    period: 月
    source: 财务部
qualifications:
  education: [大专及以上学历]
  skills: [熟悉销售相关的法规和标准]
"""
FILES = {
    "org.yaml": "name: north\nlanguage: zh-Hans\njurisdictions: [cn]\nladder: [P1, A1]\nexternals: [总经理]\n",
    "roles/sales-manager.yaml": ROLE,
}


def _start(folder: Path, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-c", _PROGRAM, str(folder / "said"), *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    told: dict[str, Any] = literal_eval(done.stdout)
    return told


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("start"), FILES)


@pytest.fixture(scope="module")
def cold(tree: Path) -> dict[str, Any]:
    arguments = ("check", "--no-cache", "--fail-on", "never", "roles/sales-manager.yaml")
    _start(tree, *arguments)  # the first run may have to compile rules
    return _start(tree, *arguments)


NEVER = {
    *("argparse", "gettext", "locale", "shutil", "json", "pickle", "hashlib", "copy", "fnmatch", "tempfile", "tomllib"),
    *(
        "dataclasses",
        "inspect",
        "pathlib",
        "subprocess",
        "logging",
        "traceback",
        "random",
        "difflib",
        "ast",
        "tokenize",
    ),
    *(
        "jsonschema",
        "cel",
        "re2",
        "jdlint.checking.rule_file",
        "jdlint.checking.rule_folder",
        "jdlint.checking.binding",
    ),
    *(
        "yaml",
        "datetime",
        "ahocorasick_rs",
        "jdlint.config.file",
        "jdlint.table_file",
        "jdlint.language.needles",
        "jdlint.fix",
        "jdlint.bring",
        "jdlint.draw",
    ),
    *("jdlint.checking.fixes", "jdlint.report.json", "jdlint.report.sarif", "jdlint.cli.parser"),
}
"""What a check of one file with plain findings, told as text, does without."""


def test_a_check_of_one_file_loads_nothing_that_others_need(cold: dict[str, Any]) -> None:
    assert cold["code"] == 0
    assert NEVER & set(cold["modules"]) == set()


def test_a_check_of_one_file_loads_kinds_of_its_rules_alone(cold: dict[str, Any]) -> None:
    kinds = {name.rpartition(".")[2] for name in cold["modules"] if name.startswith("jdlint.checking.kinds.")}
    assert "duty" in kinds
    assert kinds.isdisjoint({"expression", "pattern", "writing", "control", "sheet", "numbering"})


def test_a_check_of_one_file_compiles_few_patterns(cold: dict[str, Any]) -> None:
    assert len(cold["patterns"]) < 25, cold["patterns"]


def test_a_file_that_needs_libyaml_compiles_no_pattern_of_its_package(tmp_path: Path) -> None:
    role = ROLE.replace("unit: 销售部", "unit: &unit 销售部").replace("source: 财务部", "source: *unit")
    write(tmp_path, FILES | {"roles/sales-manager.yaml": role})
    told = _start(tmp_path, "check", "--no-cache", "--fail-on", "never", "roles/sales-manager.yaml")
    assert "yaml.reader" in told["modules"]
    assert not any("\U0010ffff" in each for each in told["patterns"])  # what PyYAML reads characters with in Python


def test_what_is_printed_again_needs_no_reader(tree: Path) -> None:
    arguments = ("check", "--fail-on", "never", "roles/sales-manager.yaml")
    _start(tree, *arguments)
    again = _start(tree, *arguments)
    loaded = set(again["modules"])
    assert NEVER & loaded == set()
    assert {"jdlint.model", "jdlint.language", "jdlint.checking.rule"} & loaded == set()
    assert again["patterns"] == []


def test_the_version_is_told_by_the_command_line_alone(tree: Path) -> None:
    loaded = _start(tree, "--version")["modules"]
    assert [name for name in loaded if name.startswith("jdlint")] == ["jdlint", "jdlint.cli"]
    assert "typing" not in loaded


_PARTS = """
import sys
from jdlint import compiled
parts, part = [], compiled.part
compiled.part = lambda name, make: parts.append(name) or part(name, make)
from jdlint.cli import run
sys.stdout = sys.stderr
try:
    run(sys.argv[1:])
except SystemExit:
    pass
print(parts, file=sys.__stdout__)
"""


@pytest.mark.parametrize(
    "arguments", [("--help",), ("check", "--help"), ("none.yaml",), ("--lang", "zh", "--jobs", "0")]
)
def test_what_only_speaks_loads_texts_alone(tree: Path, arguments: tuple[str, ...]) -> None:
    command = [sys.executable, "-c", _PARTS, *arguments]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True)
    assert literal_eval(done.stdout) == ["texts"]
