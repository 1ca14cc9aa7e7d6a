"""Proves that names stand for the roles that people mean, and that nobody is taken for somebody else."""

import pytest

from jdlint.model.join import join
from jdlint.model.names import Resolution
from jdlint.model.organisation import Organisation
from jdlint.model.reference import alternatives, is_none, is_prose, name_key, names_in_prose, several
from jdlint.model.role import Role
from tests.conftest import built, organisation

ORG = """\
externals: {总经理: A5, 财务部经理: ~}
roots: [销售总监, 审计师]
terms: {客户服务中心: [服务中心, 客户中心]}
"""
ROLES = """\
roles:
  - {id: sales-director, title: 销售总监, aliases: [营销总监, CSO]}
  - {id: city-manager, title: 城市经理, unit: 办事处, reports_to: 销售总监}
  - {id: channel-manager, title: 渠道经理, unit: 办事处, reports_to: [sales-director, {role: 总经理, line: dotted}]}
  - {id: service, title: 客服主管, unit: 服务中心}
  - {id: hr-1, title: 专员, unit: 人事部}
  - {id: hr-2, title: 专员, unit: 行政部}
  - {title: Café Manager, id: cafe}
"""


@pytest.fixture(scope="module")
def sales() -> Organisation:
    return organisation({"org.yaml": ORG, "roles.yaml": ROLES})


def _said(found: Resolution) -> tuple[str, list[str]]:
    return found.outcome, [role.id for role in found.roles]


def _role(within: Organisation, role_id: str) -> Role:
    return next(role for role in within.roles if role.id == role_id)


@pytest.mark.parametrize(
    ("name", "role_id"),
    [
        ("city-manager", "city-manager"),
        ("CITY-Manager", "city-manager"),
        ("城市经理", "city-manager"),
        ("城市經理", "city-manager"),
        (" 城市 经理 ", "city-manager"),
        ("营销总监", "sales-director"),
        ("ＣＳＯ", "sales-director"),
        ("办事处城市经理", "city-manager"),
        ("辦事處 城市經理", "city-manager"),
        ("客户服务中心客服主管", "service"),
        ("客户中心客服主管", "service"),
        ("服务中心客服主管", "service"),
        ("人事部专员", "hr-1"),
        ("行政部专员", "hr-2"),
        ("Café Manager", "cafe"),
        ("Cafe\u0301 manager", "cafe"),
    ],
)
def test_a_name_is_found_by_id_title_alias_unit_and_term(sales: Organisation, name: str, role_id: str) -> None:
    assert _said(sales.resolve(name)) == ("role", [role_id])
    assert [role.id for role in sales.known(name)] == [role_id]


def test_a_title_that_several_bear_names_them_all(sales: Organisation) -> None:
    assert _said(sales.resolve("专员")) == ("several", ["hr-1", "hr-2"])
    assert sales.resolve("专员").role is None
    assert len(sales.known("专员")) == 2


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("总经理", "external"),
        ("總經理", "external"),
        ("财务部经理", "external"),
        ("上级领导", "generic"),
        ("部门负责人", "generic"),
        ("Manager", "generic"),
        ("更高一级的主管", "higher"),
        ("办事处", "unit"),
        ("仓库保管员", "unknown"),
        ("董事会", "unknown"),
        ("", "unknown"),
    ],
)
def test_other_names_are_told_apart(sales: Organisation, name: str, outcome: str) -> None:
    assert sales.resolve(name).outcome == outcome
    assert sales.known(name) == ()


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("城市区经理", "城市经理"),
        ("成市经理", "城市经理"),
        ("市经理", "城市经理"),
        ("昆明办事处城市经理", "城市经理"),
        ("区域渠道经理", "渠道经理"),
        ("CSOO", "销售总监"),
    ],
)
def test_a_near_miss_suggests_the_one_role_that_may_be_meant(sales: Organisation, name: str, meant: str) -> None:
    found = sales.resolve(name)
    assert (found.outcome, found.suggestion) == ("near", meant)
    assert found.role is None


@pytest.mark.parametrize("name", ["销售经理", "经理助理", "城市助理", "总监", "人事经理", "市"])
def test_a_name_of_another_kind_or_near_to_several_suggests_nobody(sales: Organisation, name: str) -> None:
    assert sales.resolve(name).outcome in ("unknown", "generic")


def test_an_external_may_be_the_near_miss() -> None:
    found = organisation({"org.yaml": "externals: [市场部经理]\n", "a.yaml": "title: 专员\n"}).resolve("市场经理")
    assert (found.outcome, found.roles, found.suggestion) == ("near", (), "市场部经理")


def test_what_is_longer_than_any_name_is_near_to_nothing_and_takes_no_square_of_its_length() -> None:
    long = "经" * 1_000_000
    found = organisation({"a.yaml": f"title: {long}\n"})
    assert found.resolve(long + "理").outcome == "unknown"
    assert found.resolve("城市经理").outcome == "unknown"


def test_lines_are_drawn_in_the_order_written_and_know_what_they_lead_to(sales: Organisation) -> None:
    lines = [(edge.child.id, edge.named.name, edge.resolution.outcome, edge.line.is_dotted) for edge in sales.edges]
    assert lines == [
        ("city-manager", "销售总监", "role", False),
        ("channel-manager", "sales-director", "role", False),
        ("channel-manager", "总经理", "external", True),
    ]
    assert [role.id for role in sales.solid_parents(_role(sales, "channel-manager"))] == ["sales-director"]
    assert [len(sales.edges_of.get(id(role), ())) for role in sales.roles[:3]] == [0, 1, 2]


def test_a_dotted_line_to_a_role_kept_here_is_no_solid_parent() -> None:
    found = organisation(
        {"a.yaml": "roles: [{title: 甲经理}, {title: 乙员, reports_to: {role: 甲经理, line: dotted}}]\n"}
    )
    assert found.solid_parents(found.roles[1]) == []
    assert found.edges[0].parent is found.roles[0]


def test_roots_are_known_by_title_id_and_alias(sales: Organisation) -> None:
    assert [role.id for role in sales.roles if sales.is_root(role)] == ["sales-director"]
    by_alias = organisation({"org.yaml": "roots: [cso]\n", "roles.yaml": ROLES})
    assert by_alias.is_root(_role(by_alias, "sales-director"))


def _superiors(reports_to: str) -> list[tuple[str, str]]:
    roles = ROLES + f"  - {{title: 测试员, reports_to: {reports_to}}}\n"
    found = organisation({"org.yaml": ORG, "roles.yaml": roles})
    return [(edge.named.name, edge.resolution.outcome) for edge in found.edges if edge.child.title.text == "测试员"]


@pytest.mark.parametrize(
    ("reports_to", "superiors"),
    [
        ("城市经理/渠道经理", [("城市经理", "role"), ("渠道经理", "role")]),
        ("城市经理 ／ 渠道經理", [("城市经理", "role"), ("渠道經理", "role")]),
        ("城市经理或渠道经理", [("城市经理", "role"), ("渠道经理", "role")]),
        ("城市经理或者总经理", [("城市经理", "role"), ("总经理", "external")]),
        ('"city-manager or channel-manager"', [("city-manager", "role"), ("channel-manager", "role")]),
        ("城市经理（昆明/大理）", [("城市经理（昆明/大理）", "unknown")]),
        ("行政上向城市经理汇报，业务上向渠道经理汇报", [("城市经理", "role"), ("渠道经理", "role")]),
        ("对城市经理负责，受渠道经理领导", [("城市经理", "role"), ("渠道经理", "role")]),
        ("向城市经理汇报，向城市经理报告", [("城市经理", "role")]),
        ("无", []),
        ("'-'", []),
        ("N/A", []),
        ("[]", []),
        ("上级领导", [("上级领导", "generic")]),
    ],
)
def test_superiors_are_read_from_alternatives_and_from_prose(reports_to: str, superiors: list[tuple[str, str]]) -> None:
    assert _superiors(reports_to) == superiors


def test_a_title_that_holds_a_slash_is_one_name_where_a_role_bears_it() -> None:
    found = organisation({"a.yaml": "roles: [{title: 采购/仓储经理}, {title: 库管员, reports_to: 采购/仓储经理}]\n"})
    assert [(edge.named.name, edge.parent is found.roles[0]) for edge in found.edges] == [("采购/仓储经理", True)]


@pytest.mark.parametrize("split", [alternatives, several])
def test_the_place_of_a_name_inside_its_text_is_exact(split: object) -> None:
    assert callable(split)
    text = " 城市经理 、渠道经理（昆明、大理）,  总经理 "
    found = split(text)
    assert [text[named.start : named.end] for named in found] == ["城市经理", "渠道经理（昆明、大理）", "总经理"]
    assert [named.name for named in found] == [text[named.start : named.end] for named in found]


def test_who_stands_in_is_named_without_the_words_for_when() -> None:
    text = "Matron or in his/her absence, to the Charge Nurse"
    assert [(named.name, text[named.start : named.end]) for named in alternatives(text)] == [
        ("Matron", "Matron"),
        ("Charge Nurse", "Charge Nurse"),
    ]


def test_the_place_of_a_name_inside_a_sentence_is_exact() -> None:
    text = "行政上向城市经理汇报，业务上向 渠道经理 汇报"
    assert is_prose(text)
    assert [text[named.start : named.end].strip() for named in names_in_prose(text)] == ["城市经理", "渠道经理"]


def test_a_name_alone_and_a_pronoun_are_no_prose_names() -> None:
    assert not is_prose("城市经理")
    assert names_in_prose("对其负责") == []


@pytest.mark.parametrize("text", ["无", " 暂无 ", "None", "-", "不适用", "無"])
def test_nobody_is_said_in_many_words(text: str) -> None:
    assert is_none(text)


def test_names_compare_composed_folded_and_without_blanks() -> None:
    assert name_key("Cafe\u0301 Manager") == name_key("CAFÉmanager".replace("É", "é"))
    assert name_key("城　市經 理") == name_key("城市经理")


def test_claims_are_drawn_from_lists_and_from_entries_with_several_names() -> None:
    text = ROLES + "  - {title: 区域经理, manages: [城市经理和渠道经理, 客服主管, 无, 仓管]}\n"
    found = organisation({"org.yaml": ORG, "roles.yaml": text})
    assert [(claim.named.name, claim.resolution.outcome) for claim in found.claims] == [
        ("城市经理", "role"),
        ("渠道经理", "role"),
        ("客服主管", "role"),
        ("仓管", "unknown"),
    ]
    manager = found.roles[-1]
    assert [claim.manager for claim in found.claims_on[id(_role(found, "service"))]] == [manager]
    assert len(found.claims_of[id(manager)]) == 4


def test_levels_are_read_only_where_there_is_a_ladder() -> None:
    text = "roles: [{title: 甲, level: A2}, {title: 乙, level: 高}, {title: 丙}]\n"
    ranked = organisation({"org.yaml": "ladder: [A1, A2]\n", "a.yaml": text})
    assert {key: level.low for key, level in ranked.levels.items()} == {id(ranked.roles[0]): 1}
    assert organisation({"a.yaml": text}).levels == {}


def test_roles_of_one_title_are_listed_together(sales: Organisation) -> None:
    assert [role.id for role in sales.by_title[name_key("专员")]] == ["hr-1", "hr-2"]


def test_two_roles_alike_in_two_files_are_two() -> None:
    found = organisation({"a.yaml": "title: 专员\nunit: x\n", "b.yaml": "title: 专员\nunit: x\n"})
    assert _said(found.resolve("x专员"))[0] == "several"


def test_organisations_side_by_side_know_nothing_of_each_other() -> None:
    files = [
        ("north", built("title: 城市经理\n", "north/a.yaml")),
        ("south", built("title: 专员\nreports_to: 城市经理\n", "south/b.yaml")),
        ("south", built("externals: [总监]\n", "south/org.yaml")),
        ("north", built("title: [", "north/broken.yaml")),
    ]
    north, south = join(files)
    assert (north.folder, south.folder) == ("north", "south")
    assert north.resolve("城市经理").outcome == "role"
    assert south.edges[0].resolution.outcome == "unknown"
    assert (north.resolve("总监").outcome, south.resolve("总监").outcome) == ("generic", "external")
    assert (north.unread, south.unread) == (("north/broken.yaml",), ())


@pytest.mark.parametrize(
    ("text", "path"),
    [("- externals: [总监]\n", "org.yaml"), ("externals：总监\n", "org.yaml"), ("- title: 总监\n", "roles.yaml")],
)
def test_what_a_list_or_a_text_at_the_top_of_a_file_says_counts_as_unread(text: str, path: str) -> None:
    """Names that it may hold aren't reported as unknown."""
    (organisation,) = join([("", built("title: 专员\nreports_to: 总监\n", "a.yaml")), ("", built(text, path))])
    assert organisation.unread == (path,)
