"""Generate one large organisation of a shape: `python benchmarks/shapes.py OUT SHAPE N`; a role takes a few lines.

Each shape but the first is one in which something may come to look at every role for every role.
"""

import os
import sys
from collections.abc import Callable, Iterator

_ORG = """\
name: 大型公司
language: zh-Hans
jurisdictions: [cn]
ladder: [P1, P2, P3, A1, A2, A3, A4]
roots: [总经理]
"""
_SPAN = 8
"""So many report to one role where nothing else is said."""


def write(out: str, shape: str, roles: int) -> None:
    """Write an organisation below a folder."""
    for path, text in files(shape, roles):
        there = os.path.join(out, *path.split("/"))
        os.makedirs(os.path.dirname(there), exist_ok=True)
        with open(there, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def files(shape: str, roles: int) -> Iterator[tuple[str, str]]:
    """Give the files of an organisation by path, a role a file unless the shape is that all stand in one."""
    yield "org.yaml", _ORG
    texts = SHAPES[shape](roles)
    if shape in _IN_ONE_FILE:
        listed = ("  - " + text.rstrip("\n").replace("\n", "\n    ") + "\n" for text in texts)
        yield "roles.yaml", "roles:\n" + "".join(listed)
        return
    for number, text in enumerate(texts):
        yield f"{number // 1000:03}/r{number}.yaml", text


def _role(number: int, title: str, superior: str = "", *more: str, unit: str = "", level: str = "") -> str:
    lines = (
        f"id: r{number}",
        f"title: {title}",
        f"unit: {unit or f'第{number // 40}分公司'}",
        f"level: {level or ('A4' if number == 0 else 'P1')}",
        f"reports_to: {superior or '董事会'}",
        *more,
    )
    return "\n".join(lines) + "\n"


def _duties(*texts: str) -> str:
    return "duties:\n" + "\n".join(f"  - {text}" for text in texts)


def _work(number: int) -> str:
    return _duties(f"每月{number % 27 + 1}日前编制{number}号门店的费用预算表", f"每周核对{number}号仓库的出入库单据")


def _departments(roles: int) -> Iterator[str]:
    """Give a tree in which everybody has eight people."""
    for number in range(roles):
        below = range(_SPAN * number + 1, min(_SPAN * number + _SPAN + 1, roles))
        manages = f"manages: [{', '.join(f'r{each}' for each in below)}]"
        level = "A4" if number == 0 else "A1" if below else "P2"
        yield _role(number, _title(number), _superior(number), manages, _work(number), level=level)


def _superior(number: int) -> str:
    return f"r{(number - 1) // _SPAN}" if number else ""


def _title(number: int) -> str:
    return f"{number}号门店店长" if number else "总经理"


def _same_title(roles: int) -> Iterator[str]:
    """Half bear one title in one unit; the other half report to it, and are claimed by it."""
    yield _role(0, "总经理")
    for number in range(1, roles):
        if number % 2:
            claims = "manages: [销售代表]"
            yield _role(number, "销售经理", "r0", claims, _work(number), unit="销售部", level="A1")
        else:
            duties = _duties(f"每周将{number}号客户的投诉报销售经理审批", f"每月拜访{number}号客户")
            yield _role(number, f"{number}号销售代表", "销售经理", duties)


def _star(roles: int) -> Iterator[str]:
    """All report to one, who claims them all."""
    claims = "\n".join(f"  - {_title(number) if number % 2 else f'r{number}'}" for number in range(1, roles))
    yield _role(0, "总经理", "", f"manages:\n{claims}")
    for number in range(1, roles):
        yield _role(number, _title(number), "r0", _work(number))


def _chain(roles: int) -> Iterator[str]:
    """Each has one above and one below, and hands matters up; amounts that they decide on meet along the chain."""
    for number in range(roles):
        yield _link(number, f"r{number - 1}" if number else "", f"r{number + 1}" if number + 1 < roles else "")


def _cycle(roles: int) -> Iterator[str]:
    """Close the chain to a ring."""
    for number in range(roles):
        yield _link(number, f"r{(number - 1) % roles}", f"r{(number + 1) % roles}")


def _link(number: int, above: str, below: str) -> str:
    duties = _duties(
        f"发现{number}号门店的异常，报{_title(max(number - 1, 0))}处理",
        f"编制公司年度第{number}号预算，报{_title(number // 2)}审批",
    )
    entry = f"  - {{approve: 差旅费, limit: {number}000元以上{number + 1}000元以下}}"
    authorities = f"authorities:\n{entry}"
    return _role(number, _title(number), above, f"manages: [{below}]", duties, authorities)


def _two_superiors(roles: int) -> Iterator[str]:
    """Each reports to the two before it, so that a way up may be taken in many ways."""
    for number in range(roles):
        above = [f"r{each}" for each in (number - 1, number - 2) if each >= 0]
        entry = f"  - {{approve: 差旅费, limit: {number}000元以上{number + 1}000元以下}}"
        lines = f"[{', '.join(above)}]" if above else ""
        yield _role(number, _title(number), lines, _work(number), f"authorities:\n{entry}")


def _common_ending(roles: int) -> Iterator[str]:
    """All titles end alike; each role writes its own name without the beginning, and names nobody's title."""
    yield _role(0, "总经理")
    for number in range(1, roles):
        duties = _duties(f"发现{number}号客户的异常，报大区销售经理处理", f"每月拜访{number}号客户")
        career = f"career: {{promotes_to: [{number + roles}号大区销售经理]}}"
        yield _role(number, f"{number}号大区销售经理", _superior(number), duties, career)


def _one_letter(roles: int) -> Iterator[str]:
    """Titles differ in one letter, and so do the names by which superiors are called, which nobody bears."""
    yield _role(0, "总经理")
    for number in range(1, roles):
        letters = chr(0x4E00 + number), chr(0x4E00 + roles + number)
        yield _role(number, f"{letters[0]}区销售经理", f"{letters[1]}区销售经理", _work(number))


def _thresholds(roles: int) -> Iterator[str]:
    """Everybody is measured by one result, and answers for several holders of the next post."""
    for number in range(roles):
        bars = f"  - {{metric: 年销售额, at_least: {number + 100}, unit: 万元}}\n  - {_title(number + 1)}不少于3人"
        yield _role(number, _title(number), _superior(number), _work(number), f"entry_thresholds:\n{bars}")


def _same_duties(roles: int) -> Iterator[str]:
    """Everybody has the same duties under one superior, among them a last word on one thing."""
    duties = _duties(
        "每月5日前编制门店费用预算表", "每周核对仓库的出入库单据", "审批公司年度培训计划", "参与公司年度经营计划的编制"
    )
    for number in range(roles):
        yield _role(number, _title(number), "r0" if number else "", duties)


def _claimed(roles: int) -> Iterator[str]:
    """Everybody claims one and the same role, and eight that others claim."""
    for number in range(roles):
        claims = ", ".join(f"r{(number * _SPAN + each) % roles}" for each in (1, 3, 5, 7, 9, 11, 13))
        yield _role(number, _title(number), _superior(number), f"manages: [r1, {claims}]", _work(number))


def _unlisted(roles: int) -> Iterator[str]:
    """Let half report to one who doesn't claim them, and claim the other half, who report to nobody."""
    yield _role(0, "总经理", "", "manages: [董事会秘书]")
    for number in range(1, roles):
        if number % 2:
            yield _role(number, _title(number), "r0", f"manages: [r{min(number + 1, roles - 1)}]", _work(number))
        else:
            duties = _duties(f"每月{number % 27 + 1}日前编制{number}号门店的费用预算表,报总经理审批")
            yield _role(number, _title(number), "无", duties)


def _synonyms(roles: int) -> Iterator[str]:
    """Everybody helps somebody, hands something on, and speaks of a thing that somebody else decides on."""
    for number in range(roles):
        other = _title((number * 7 + 1) % roles)
        duties = _duties(
            f"协助{other}编制第{number}号促销方案",
            f"组织编制第{number}号年度计划，报{other}审批",
            f"参与第{number + 1}号年度计划的评审",
        )
        yield _role(number, _title(number), _superior(number), duties)


def _accepted(roles: int) -> Iterator[str]:
    """Have everybody accept what is found of several, in one file."""
    rules = ("org/duplicate-role", "org/copy-paste-duty", "duty/catch-all")
    accepted = "\n".join(f"  - {{rule: {rule}, reason: 编制有限}}" for rule in rules)
    for number in range(roles):
        duties = _duties("审批公司年度培训计划", "每月5日前编制门店费用预算表并报财务部备案", "每周核对仓库出入库单据")
        yield _role(number, _title(number), "r0" if number else "", duties, f"accept:\n{accepted}")


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {
    "departments": _departments,
    "same-title": _same_title,
    "star": _star,
    "chain": _chain,
    "cycle": _cycle,
    "two-superiors": _two_superiors,
    "common-ending": _common_ending,
    "one-letter": _one_letter,
    "thresholds": _thresholds,
    "same-duties": _same_duties,
    "claimed": _claimed,
    "synonyms": _synonyms,
    "unlisted": _unlisted,
    "one-file": _departments,
    "accepted": _accepted,
}
_IN_ONE_FILE = ("one-file", "accepted")


def main() -> None:
    """Write an organisation."""
    out, shape, roles = sys.argv[1:]
    write(out, shape, int(roles))


if __name__ == "__main__":
    main()
