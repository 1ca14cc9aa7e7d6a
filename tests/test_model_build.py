"""Proves that a role is the same under keys of any language, knows its routes, and that odd keys are explained."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdlint import knowledge
from jdlint.checking.catalogue import built_in
from jdlint.finding import fill
from jdlint.location import pointer
from jdlint.model.build import Built, build_role, looks_like_roles, slug
from jdlint.model.find import find
from jdlint.model.role import Role
from jdlint.model.title import head_word, kind_of
from jdlint.model.vocabulary import group
from jdlint.near import edit_distance, nearest
from jdlint.source.tree import Mapping
from tests.conftest import built, reasons, role, routes, source

ENGLISH = """\
title: 城市经理
level: A1
headcount: 2
reports_to: 渠道经理
duties: [每周拜访经销商3家]
authorities:
  - approve: 促销费用
    limit: 5000 CNY
kpis:
  - {name: 销售额, weight: 40%}
qualifications: {education: [大专]}
"""
SIMPLIFIED = """\
岗位名称: 城市经理
级别: A1
编 制: 2
直接上级: 渠道经理
一、岗位职责: [每周拜访经销商3家]
（二）工作权限:
  - 审批: 促销费用
    限额: 5000 CNY
3. 考核指标:
  - {指标名称: 销售额, 权重: 40%}
④任职资格: {学历: [大专]}
"""
TRADITIONAL = """\
崗位名稱: 城市经理
級別: A1
"編制：": 2
直接上級: 渠道经理
"職責：": [每周拜访经销商3家]
第二章 工作權限:
  - 審批: 促销费用
    限額: 5000 CNY
【考核指標】:
  - {指標名稱: 销售额, 權重: 40%}
任職　資格: {學歷: [大专]}
"""


def _said(found: Role) -> dict[str, object]:
    return {
        "title": found.title.text,
        "level": found.level and found.level.text,
        "headcount": found.headcount and found.headcount.text,
        "reports_to": [(line.text, line.route) for line in found.reports_to or ()],
        "duties": [(duty.text, duty.route) for duty in found.duties or ()],
        "authorities": [(each.act, each.text, each.route, each.limit) for each in found.authorities or ()][:0],
        "acts": [(each.act, each.text, each.route, each.limit and each.limit.text) for each in found.authorities or ()],
        "kpis": [(kpi.text, kpi.route, kpi.weight and kpi.weight.text) for kpi in found.kpis or ()],
        "education": found.qualifications and [text.text for text in found.qualifications.education],
        "sections": list(found.sections),
    }


@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL])
def test_a_role_says_the_same_under_chinese_keys(text: str) -> None:
    assert built(text).problems == ()
    assert _said(role(text)) == _said(role(ENGLISH))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("一、岗位职责", "duties"),
        ("十二、岗位职责", "duties"),
        ("（一）岗位职责", "duties"),
        ("(1) 岗位职责", "duties"),
        ("1.岗位职责", "duties"),
        ("1、 岗位职责", "duties"),
        ("3)岗位职责", "duties"),
        ("①岗位职责", "duties"),
        ("第一章 岗位职责", "duties"),
        ("第3部分：岗位职责", "duties"),
        ("【岗位职责】", "duties"),
        ("岗 位 职 责", "duties"),
        ("岗位\u3000职责：", "duties"),
        ("編 制", "headcount"),
        ("職責：", "duties"),
        ("Reports To", "reports_to"),
        ("reports-to", "reports_to"),
        ("REPORTS_TO", "reports_to"),
        ("ＴＩＴＬＥ", "title"),
        ("Job Title", "title"),
    ],
)
def test_a_key_is_known_with_numbers_blanks_brackets_and_capitals(written: str, key: str) -> None:
    assert group("role").canonical(written) == key


@pytest.mark.parametrize("written", ["foo", "", "：", "一、", "岗位职责和权限", "duties2", "<<"])
def test_other_words_are_no_key(written: str) -> None:
    assert group("role").canonical(written) is None


@pytest.mark.parametrize("name", sorted(knowledge.load("format/vocabulary")))
def test_no_two_keys_of_a_group_share_a_name(name: str) -> None:
    for key, entry in knowledge.load("format/vocabulary")[name].items():
        for alias in (key, entry["en"], entry["zh"], entry["zh-Hant"], *entry.get("aliases", ())):
            assert group(name).canonical(alias) == key, alias


def _pointers(file: Built) -> list[str]:
    return [pointer(route) for route in routes(file)]


def test_the_route_of_a_single_role_is_the_top() -> None:
    assert _pointers(built("title: x\nduties: [a]\n")) == [""]
    assert role("title: x\n岗位职责: [a, {内容: b}]\n").duties is not None
    found = role("title: x\n岗位职责: [a, {内容: b}]\n").duties or ()
    assert [pointer(duty.route) for duty in found] == ["duties[0]", "duties[1].text"]


@pytest.mark.parametrize("key", ["roles", "岗位列表", "崗位列表", "岗位"])
def test_routes_below_roles_are_canonical_also_for_a_list_of_one(key: str) -> None:
    assert _pointers(built(f"{key}:\n  - title: x\n")) == ["roles[0]"]
    assert _pointers(built(f"{key}:\n  - title: x\n  - title: y\n")) == ["roles[0]", "roles[1]"]


def test_routes_of_several_documents_begin_with_the_document() -> None:
    file = built("title: x\n---\nroles: [{title: y}, {title: z}]\n---\n---\ntitle: w\nfoo: 1\n")
    assert _pointers(file) == ["documents[0]", "documents[1].roles[0]", "documents[1].roles[1]", "documents[3]"]
    assert [pointer(problem.route) for problem in file.problems] == ["documents[3]"]


def test_routes_of_problems_are_canonical_and_lead_from_the_top() -> None:
    file = built("岗位列表:\n  - 岗位名称: x\n    考核指标: [{目标: 1}]\n    直接上级: {角色: y}\n")
    assert {pointer(problem.route) for problem in file.problems} == {"roles[0].kpis[0]", "roles[0].reports_to"}


def test_a_canonical_route_leads_back_to_the_words_as_written() -> None:
    file = source("一、岗位职责: [甲, {内容: 乙}]\n")
    node = find(file.documents[0], ("duties", 1, "text"), "role")
    assert file.text[node.start : node.end] == "乙"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("销售总监", "executive"),
        ("总经理", "executive"),
        ("Sales Director", "executive"),
        ("城市经理", "manager"),
        ("業務經理", "manager"),
        ("业务主管", "manager"),
        ("办事处主任", "manager"),
        ("Regional Sales Manager", "manager"),
        ("城市经理（渠道）", "manager"),
        ("销售经理 2级", "manager"),
        ("人事专员", "specialist"),
        ("业务代表", "specialist"),
        ("软件工程师III", "specialist"),
        ("促销员", "specialist"),
        ("销售助理", "assistant"),
        ("总经理助理", "assistant"),
        ("前台", "assistant"),
        ("副经理", "deputy"),
        ("区域副总经理", "deputy"),
        ("副總監", "deputy"),
        ("Deputy Manager", "deputy"),
        ("Assistant Manager", "manager"),
        ("搬运", "unknown"),
        ("Imaginary", "unknown"),
        ("", "unknown"),
    ],
)
def test_the_last_word_of_a_title_tells_the_kind(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_a_written_kind_counts_before_subordinates_and_subordinates_before_the_title() -> None:
    assert role("title: 销售助理\nkind: specialist\nmanages: [x]\n").kind == "specialist"
    assert role("title: 销售助理\nmanages: [x]\n").kind == "manager"
    assert role("title: 销售助理\nmanages: []\n").kind == "assistant"


def test_a_word_inside_another_does_not_tell_the_kind() -> None:
    assert head_word("Cohead") == ""
    assert head_word("Sales Head") == "head"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("tilte", "title"),
        ("岗位名秤", "title"),
        ("reprots_to", "reports_to"),
        ("直接上极", "reports_to"),
        ("dutie", "duties"),
    ],
)
def test_a_mistyped_key_gets_a_suggestion(key: str, meant: str) -> None:
    (problem,) = (each for each in built(f"岗位: x\n{key}: y\n").problems if each.rule == "syntax/unknown-field")
    assert (problem.reason, problem.values["key"], problem.values["meant"]) == ("near", key, meant)


def test_a_key_like_no_other_gets_no_suggestion() -> None:
    assert reasons(built("title: x\nxyz: y\n")) == [("syntax/unknown-field", "unknown", "xyz")]


def test_unknown_keys_are_found_at_every_depth_and_judged_by_their_own_group() -> None:
    file = built("title: x\nkpis: [{名称: a, wieght: 1}]\nqualifications: {学历: [x], title: y}\n")
    assert [(each.values["key"], each.values.get("meant")) for each in file.problems] == [
        ("wieght", "weight"),
        ("title", None),
    ]


def test_a_merge_key_is_explained() -> None:
    assert reasons(built("title: x\n<<: {unit: y}\n")) == [("syntax/unknown-field", "merge", "<<")]


def test_a_field_under_two_names_is_reported_at_the_second() -> None:
    file = built("title: x\n职责: [a]\nduties: [b]\n")
    (problem,) = file.problems
    assert (problem.reason, problem.values) == ("alias", {"key": "duties", "other": "职责", "line": 2})
    assert [duty.text for duty in role("title: x\n职责: [a]\nduties: [b]\n").duties or ()] == ["a"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("duties: [x]\n", ("syntax/schema", "missing", "duties")),
        ("title: x\nduties: x\n", ("syntax/schema", "expected-list", "x")),
        ("title: x\nkind: boss\n", ("syntax/schema", "choice", "boss")),
        ("title: x\nreview: {effective: 1.1.2026}\n", ("syntax/schema", "date", "1.1.2026")),
        ("title: x\npurpose: [a]\n", ("syntax/schema", "expected-text", "[")),
        ("title: x\nrelations: y\n", ("syntax/schema", "expected-mapping", "y")),
        ("title: x\nkpis: [{target: 1}]\n", ("syntax/schema", "missing", "target")),
        ("roles: []\n", ("syntax/schema", "expected-roles", "roles")),
        ("roles: {title: x}\n", ("syntax/schema", "expected-roles", "roles")),
        ("roles: [x]\n", ("syntax/parse", "text-at-top", "x")),
        ("- title: x\n", ("syntax/parse", "list-at-top", "-")),
        ("just words\n", ("syntax/parse", "text-at-top", "j")),
        ("roles: [{title: x}]\ntitle: y\n", ("syntax/unknown-field", "beside-roles", "title")),
    ],
)
def test_what_breaks_the_format_is_named_at_its_place(text: str, problem: tuple[str, str, str]) -> None:
    assert reasons(built(text)) == [problem]


@pytest.mark.parametrize(
    ("text", "rule", "reason"),
    [
        ("", "syntax/empty", "facts-empty"),
        ("# 待写\n", "syntax/empty", "facts-comments"),
        ("- A1\n", "syntax/parse", "no-facts-at-top"),
        ("name\n", "syntax/parse", "no-facts-at-top"),
    ],
)
def test_an_org_yaml_without_facts_isnt_asked_for_a_role(text: str, rule: str, reason: str) -> None:
    assert [(each.rule, each.reason) for each in built(text, "org.yaml").problems] == [(rule, reason)]


@pytest.mark.parametrize(
    ("text", "path", "told"),
    [
        ("externals: [总监, [a]]\n", "org.yaml", "`externals` 的第 2 项应当是一段文字，现在是：一个列表"),
        (
            "title: x\nduties: [a, [b]]\n",
            "a.yaml",
            "`duties` 的第 2 项应当是一段文字，或“名称：内容”的写法，现在是：一个列表",
        ),
        ("title: x\nduties: b\n", "a.yaml", "`duties` 应当是一个列表，现在是：“b”"),
        ("duties: [b]\n", "a.yaml", "本岗位缺少“岗位名称”"),
    ],
)
def test_an_item_that_breaks_the_format_is_told_apart_from_its_list(text: str, path: str, told: str) -> None:
    (problem,) = built(text, path).problems
    assert fill(built_in().rules[problem.rule].words(problem.reason), problem.values, "zh") == told


def test_several_mistakes_are_all_reported() -> None:
    file = built("title: x\nkind: boss\nduties: [{area: a}, [b]]\nkpis: x\nfoo: 1\n")
    assert {(each.reason, pointer(each.route)) for each in file.problems} == {
        ("choice", "kind"),
        ("missing", "duties[0]"),
        ("expected-mapping-or-text", "duties[1]"),
        ("expected-list", "kpis"),
        ("unknown", ""),
    }


def test_a_role_that_breaks_the_format_is_built_as_far_as_it_reads() -> None:
    found = role("title: x\nduties: [a, {area: b}, [c], ~, '', {text: d}]\nkpis: [{target: 1}, 销售额]\n")
    assert [pointer(duty.route) for duty in found.duties or ()] == ["duties[0]", "duties[5].text"]
    assert [kpi.text for kpi in found.kpis or ()] == ["销售额"]


def test_absent_empty_and_blank_are_told_apart() -> None:
    found = role("title: x\nmanages: []\nduties:\nkpis: ['', ~]\nnotes: ' '\n")
    assert found.authorities is None
    assert found.manages == ()
    assert {key: section.is_blank for key, section in found.sections.items()} == {
        "title": False,
        "manages": False,
        "duties": True,
        "kpis": True,
        "notes": True,
    }


def test_reporting_lines_are_read_in_every_form() -> None:
    assert [line.text for line in role("title: x\nreports_to: 经理\n").reports_to or ()] == ["经理"]
    listed = (
        role("title: x\nreports_to: [经理, {岗位: 总监, line: dotted, 范围: 预算}, {line: solid}]\n").reports_to or ()
    )
    assert [(line.text, line.is_dotted, pointer(line.route)) for line in listed] == [
        ("经理", False, "reports_to[0]"),
        ("总监", True, "reports_to[1].role"),
    ]


def test_authorities_are_read_as_sentences_and_as_acts() -> None:
    text = "title: x\n权限: [对费用有建议权, {审批: 费用, 范围: 办事处}, {act: sign, object: 合同}, {内容: 用印}]\n"
    found = role(text).authorities or ()
    assert [(each.text, each.act, pointer(each.route)) for each in found] == [
        ("对费用有建议权", None, "authorities[0]"),
        ("费用", "approve", "authorities[1].approve"),
        ("合同", "sign", "authorities[2].object"),
        ("用印", None, "authorities[3].text"),
    ]


def test_an_acceptance_binds_to_the_opening_words_under_a_key_of_any_language() -> None:
    text = "title: x\n豁免: [{rule: a/b, at: {岗位职责: 审批单笔}, reason: y, 批准人: z, 截止日期: 2027-06-30}]\n"
    (found,) = role(text).accept
    assert [each.text if each else None for each in (found.rule, found.reason, found.by, found.until)] == [
        "a/b",
        "y",
        "z",
        "2027-06-30",
    ]
    assert [(each.section, each.text, pointer(each.route)) for each in found.at] == [
        ("duties", "审批单笔", "accept[0].at.duties")
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("城市经理", "城市经理"),
        ("Regional Sales Manager (A1)", "regional-sales-manager-a1"),
        ("R&D_Lead", "r-d-lead"),
        ("Café", "café"),
        ("Cafe\u0301", "café"),
        ("!!!", "role"),
    ],
)
def test_an_id_is_derived_from_the_title(title: str, expected: str) -> None:
    assert slug(title) == expected


def test_a_written_id_counts_before_the_title() -> None:
    assert (role("title: x\nid: y\n").id, role("title: x\n").written_id) == ("y", None)


def test_numbers_and_words_that_look_like_values_keep_their_text() -> None:
    found = role("title: 010\nheadcount: 1e3\nlevel: no\nunit: 2026-01-01\n")
    assert [found.title.text, *(each.text for each in (found.headcount, found.level, found.unit) if each)] == [
        "010",
        "1e3",
        "no",
        "2026-01-01",
    ]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("title: x\nduties: [a]\n", True),
        ("岗位名称: x\n级别: A1\n", True),
        ("崗位列表: []\n", True),
        ("roles: []\n", True),
        ("a: 1\n---\ntitle: x\nunit: y\n", True),
        ("duties: [a]\n", False),
        ("- title: x\n", False),
        ("title: x\n", False),
        ("title: issue\nbody: []\n", False),
        ("", False),
    ],
)
def test_a_role_file_is_known_by_its_keys(text: str, looks: bool) -> None:  # noqa: FBT001
    assert looks_like_roles(source(text)) is looks


def test_without_a_title_there_is_no_role_unless_one_is_lent() -> None:
    file = source("duties: [x]\n")
    (node,) = file.documents
    assert isinstance(node, Mapping)
    assert build_role(file, node) is None
    lent = build_role(file, node, title="example")
    assert lent is not None
    assert lent.title.text == "example"


ORG = """\
组织名称: 云南分公司
语言: zh-Hans
法域: [cn]
职级序列: {P: [P1, P2], M: [M1, 2]}
外部岗位: {总经理: M1, 顾问: ~}
最高岗位: sales-director
术语: {客户服务中心: [服务中心], 总部: 公司}
核决权限: [{行为: approve, 对象: finance.expense, 岗位: 经理, 上限: 5000 CNY}]
不相容职务: [{移除: sell-collect}]
"""


def test_the_facts_of_an_organisation_are_read_under_chinese_keys() -> None:
    file = built(ORG, "org.yaml")
    facts = file.facts
    assert file.problems == ()
    assert facts is not None
    assert (facts.name, facts.language, facts.jurisdictions) == ("云南分公司", "zh-Hans", ("cn",))
    assert facts.ladder == (("P", ("P1", "P2")), ("M", ("M1", "2")))
    assert facts.externals == {"总经理": "M1", "顾问": None}
    assert facts.roots == ("sales-director",)
    assert facts.terms == {"客户服务中心": ("服务中心",), "总部": ("公司",)}
    assert facts.limits == (("approve", "finance.expense", "经理", "5000 CNY"),)
    assert facts.sod == (("", "", "", "sell-collect"),)


def test_an_org_yaml_that_says_nothing_about_law_differs_from_one_without_jurisdictions() -> None:
    silent, none = built("name: x\n", "org.yaml").facts, built("jurisdictions: []\n", "org.yaml").facts
    assert silent is not None
    assert none is not None
    assert (silent.jurisdictions, none.jurisdictions) == (None, ())


def test_a_mistyped_key_of_an_org_yaml_gets_a_suggestion() -> None:
    (problem,) = built("laddre: [A1]\n", "org.yaml").problems
    assert (problem.reason, problem.values["meant"]) == ("near", "ladder")


short = st.text("abcd职责", max_size=6)


@given(short, short)
def test_the_distance_of_two_words_is_symmetric_bounded_and_nought_for_equals(first: str, second: str) -> None:
    distance = edit_distance(first, second, 10)
    assert distance == edit_distance(second, first, 10)
    assert (distance == 0) is (first == second)
    assert abs(len(first) - len(second)) <= distance <= max(len(first), len(second))


def test_a_swap_is_one_slip_and_far_words_are_not_near() -> None:
    assert edit_distance("title", "tilte", 5) == 1
    assert nearest("tilte", ["title", "unit"]) == "title"
    assert nearest("ab", ["cd"]) is None
    assert nearest("x", ["y"]) is None
