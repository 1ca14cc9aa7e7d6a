"""What the tests of charts and pages share: an organisation with every fault of lines, and names that would act."""

from pathlib import Path

from tests.running import jdlint, write

NASTY = (
    "</script><img src=x onerror=alert(1)>",
    '"]; end; click r0 "javascript:alert(1)"',
    '\\" onload=alert(1) x=\\',
    "1. `code` **bold** --> r0 #quot; &lt;b&gt; \\N \\G %%{init: {}}%%",
    "]]><script>alert(1)</script>\u202e\u0007\uffff",
    "{{data}} {n} ${1}",
)
"""Titles that would be code in one format or another."""

LINES = """\
roles:
  - {title: 甲经理, level: A1, unit: 销售部, reports_to: 乙经理, manages: [丁主管], duties: [审批客户资信额度]}
  - {title: 乙经理, level: A2, reports_to: 丙经理}
  - {title: 丙经理, level: A1, reports_to: 甲经理}
  - {title: 丁主管, level: A2, reports_to: [甲经理, {role: 总经理, line: dotted, scope: 财务}]}
  - {title: 戊专员, level: A1, reports_to: 戊专员}
  - {title: 己专员, level: A1, reports_to: 不存在的岗位}
  - {title: 庚专员, level: A1, reports_to: 丁主管}
  - {title: 辛总监, level: A3, reports_to: 总经理, manages: [庚专员, 营业员]}
"""
ORG = "name: 循环组织\nlanguage: zh-Hans\njurisdictions: [cn]\nladder: [A1, A2, A3]\nexternals: [总经理]\n"


def quoted(text: str) -> str:
    """Write a text as a double-quoted YAML scalar."""
    escapes = {'"': '\\"', "\\": "\\\\"}
    return '"' + "".join(escapes.get(c) or (c if c.isprintable() else f"\\u{ord(c):04x}") for c in text) + '"'


def faulty(folder: Path) -> Path:
    """Write the organisation whose lines have every fault."""
    return write(folder, {"org.yaml": ORG, "lines.yaml": LINES})


def nasty(folder: Path) -> Path:
    """Write an organisation whose names, units and duties would be code."""
    roles = "".join(
        f"  - {{title: {quoted(name)}, unit: {quoted(name)}, level: {quoted(name)}, reports_to: {quoted(name + '!')}, "
        f"duties: [{quoted('审批费用' + name)}], authorities: [{quoted(name)}]}}\n"
        for name in NASTY
    )
    org = f"name: {quoted(' '.join(NASTY))}\nlanguage: en\n"
    return write(folder, {"org.yaml": org, "nasty.yaml": f"roles:\n{roles}"})


DUTIES = ("审批客户资信额度", "每月5日前编制销售月报报经理审批", "负责相关工作", "考核下属人员")


def two_thousand(folder: Path) -> Path:
    """Write two thousand roles in ten units: one in seven leads, one in thirty names a superior that isn't there."""
    for unit in range(10):
        roles = "".join(_role(number, f"部门{unit}") for number in range(unit * 200, unit * 200 + 200))
        write(folder, {f"unit-{unit}.yaml": f"roles:\n{roles}"})
    return write(folder, {"org.yaml": ORG})


def _role(number: int, unit: str) -> str:
    superior = "总经理" if number == 0 else "查无此人" if number % 30 == 17 else f"岗位{number // 7:04}"
    duties = "".join(f"      - {duty}\n" for duty in DUTIES[number % 3 :])
    level = f"A{3 - len(str(number)) // 2}"
    told = (f"title: 岗位{number:04}", f"unit: {unit}", f"level: {level}", f"reports_to: {superior}", "duties:")
    return "  - " + "\n    ".join(told) + f"\n{duties}"


def drawn(folder: Path, form: str, *options: str) -> str:
    """Draw a chart as a user does."""
    run = jdlint("chart", str(folder), "--format", form, "--as-of", "2026-11-23", *options)
    assert run.code == 0, run.err
    return run.out
