"""The parts of an import: list numbers, labels, titles, rows, requirements, indicators."""

import pytest

from jdlint.bring.block import Place, Unit
from jdlint.bring.importing import bring
from jdlint.bring.indicator import indicators
from jdlint.bring.label import find, glued
from jdlint.bring.line import Line
from jdlint.bring.number import Number, bare, inside, leading
from jdlint.bring.readers.numbering import written
from jdlint.bring.requirement import is_about_person, kind_of, unlabelled
from jdlint.bring.row import pairs
from jdlint.bring.running import superiors
from jdlint.bring.title import alone, in_heading
from jdlint.bring.values import iso_day
from jdlint.bring.words import says_nobody, says_nothing
from jdlint.finding import Confidence


@pytest.mark.parametrize(
    ("text", "style", "value", "rest"),
    [
        ("1、编制计划", "digit", 1, "编制计划"),
        ("12. Keep records", "digit", 12, "Keep records"),
        ("3，拜访客户", "digit", 3, "拜访客户"),
        ("(2)审核", "bracketed", 2, "审核"),
        ("（十二）审核", "bracketed chinese", 12, "审核"),
        ("二十一、其他", "chinese", 21, "其他"),
        ("③ 其他", "circled", 3, "其他"),
        ("⒋其他", "digit", 4, "其他"),
        ("4）其他", "digit bracket", 4, "其他"),
        ("2.11 其他", "compound", 11, "其他"),
        ("第十条 岗位", "clause", 10, "岗位"),
        ("第二章 人事部", "chapter", 2, "人事部"),
        ("篇三：渠道", "piece", 3, "渠道"),
        ("b) inspect", "letter", 2, "inspect"),
        ("(iv) inspect", "bracketed roman", 4, "inspect"),
        ("• inspect", "bullet •", 0, "inspect"),
        ("－负责", "bullet －", 0, "负责"),
    ],
)
def test_a_list_number_of_every_style_is_set_apart(text: str, style: str, value: int, rest: str) -> None:
    found = leading(text)
    assert found is not None
    assert (found[0].style, found[0].value, found[1]) == (style, value, rest)


@pytest.mark.parametrize("text", ["1.5万元以下", "2024年", "100%", "1,000元", "3名员工", "-5℃", "9月4日", "一定要"])
def test_a_quantity_is_no_list_number(text: str) -> None:
    assert leading(text) is None


def test_a_bare_digit_is_a_number_only_where_the_list_awaits_it() -> None:
    assert bare("4留住员工", 3) is None
    assert bare("4名员工", 4) is None
    found = bare("4留住员工", 4)
    assert found is not None
    assert found[1] == "留住员工"
    decimal = bare("3.10~50萬元採購", 3)
    assert decimal is not None
    assert decimal[1] == "10~50萬元採購"


def test_numbers_inside_a_line_are_found_where_a_sentence_may_begin() -> None:
    found = [(each.number.written, each.after_end) for each in inside("a。 2、b；(3)c，比例1:2")]
    assert found == [("2、", True), ("(3)", True)]


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("岗位职责", "duties"),
        ("崗 位 職 責：", "duties"),
        ("【直接上级】", "reports_to"),
        ("其主要职能如下", "duties"),
        ("工作权限(由各单位填写)", "authorities"),
        ("采购权责", "authorities"),
        ("What you’ll do", "duties"),
        ("Duties of the post", "duties"),
        ("Responsible to", "reports_to"),
        ("职责二", "group"),
        ("Responsibility 3", "group"),
        ("权限与考核", "authorities"),
        ("基本信息", "part"),
    ],
)
def test_a_label_is_known_in_its_forms(text: str, field: str) -> None:
    label = find(text)
    assert label is not None
    assert label.field == field


@pytest.mark.parametrize(
    "text",
    [
        "认真履行岗位职责",
        "对会计报表的审核权",
        "市场开发",
        "落实安全生产责任",
        "Experience of working with volunteers",
        "Understand all legal requirements",
        "Assist with other duties",
        "Delegate day-to-day responsibilities",
    ],
)
def test_a_sentence_is_no_label(text: str) -> None:
    assert find(text) is None


def test_labels_glued_together_are_told_apart() -> None:
    assert glued("直接下属可轮调职位") == ("直接下属", "可轮调职位")
    assert glued("岗位职责") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("区域经理岗位职责10", "区域经理"),
        ("渠道拓展岗位的职责篇一", "渠道拓展岗位"),
        ("質量負責人質量職責", "質量負責人"),
        ("Job description of the personnel manager (specialist)", "personnel manager (specialist)"),
        ("诚聘：门店店长", "门店店长"),
        ("大區副經理崗位職責大區副經理職責", "大區副經理"),
    ],
)
def test_the_title_is_read_in_a_heading(text: str, name: str) -> None:
    title = in_heading(text)
    assert title is not None
    assert title.name == name
    assert not title.is_generic


@pytest.mark.parametrize("text", ["岗位说明书", "各岗位职责", "Sample Job Description", "销售经理岗位职责(通用10篇)"])
def test_a_heading_of_many_roles_names_none(text: str) -> None:
    title = in_heading(text)
    assert title is not None
    assert title.is_generic


def test_a_line_is_a_title_by_its_last_word() -> None:
    assert alone("护卫班长") is not None
    assert alone("Senior Data Analyst") is not None
    assert alone("工作环境") is None
    assert alone("完成经理交办的任务，并报经理") is None


def test_a_row_is_read_whichever_side_its_labels_stand_on() -> None:
    forward = pairs(["岗位名称", "会计", "岗位编号"])
    backward = pairs(["生产副总经理", "直接上级", "生产部", "所属部门", "岗位人数", "1"])
    assert forward is not None
    assert [(part.label and part.label.field, part.text) for part in forward] == [("title", "会计"), ("id", "")]
    assert backward is not None
    assert [(part.label and part.label.field, part.text) for part in backward] == [
        ("reports_to", "生产副总经理"),
        ("unit", "生产部"),
        ("headcount", "1"),
    ]
    assert pairs(["财务部", "每月对账"]) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("大专以上学历，会计专业", "education"),
        ("三年以上仓储管理经验", "experience"),
        ("熟练使用ERP", "skills"),
        ("持有电工证书", "certificates"),
        ("责任心强，善于沟通", "traits"),
        ("35岁以下", "other"),
        ("城市年销售额必须达到2000万元以上", "entry_thresholds"),
        ("Bachelor's degree in economics", "education"),
        ("Valid driving licence", "certificates"),
    ],
)
def test_a_requirement_is_sorted_by_its_first_telling_word(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_duties_are_not_about_a_person() -> None:
    assert is_about_person("具有较强的沟通能力；")
    assert not is_about_person("负责员工的技能培训；")
    assert not is_about_person("积极组织企业宣传活动，提高知名度。")


def test_a_line_at_the_head_of_a_posting_says_what_it_is() -> None:
    assert unlabelled("月薪3千-3.5千+节日费") == "benefits"
    assert unlabelled("天津") == "conditions.place"
    assert unlabelled("管好所属驻点的护卫员") == ""


def test_superiors_are_read_in_a_sentence_or_taken_as_they_are() -> None:
    assert superiors("向物業經理負責，由助理物業經理（管業部）直接領導") == ["物業經理", "助理物業經理（管業部）"]
    assert superiors("销售总监/总经理") == ["销售总监/总经理"]


def test_indicators_have_names_formulas_and_weights() -> None:
    line = Line("", Place(Unit.LINE, 1))
    found = list(indicators("回款率:回款总额占销售总额的比率（20%）", (), line, Confidence.HIGH))
    assert [(item.text, dict(item.more)) for item in found] == [
        ("回款率", {"formula": "回款总额占销售总额的比率", "weight": "20%"})
    ]
    assert [item.text for item in indicators("态度、能力、纪律、效率", (), line, Confidence.HIGH)] == [
        "态度",
        "能力",
        "纪律",
        "效率",
    ]


def test_values_that_say_nothing_are_told_from_those_that_name_nobody() -> None:
    assert says_nothing("—")
    assert says_nothing("无")
    assert says_nobody("N/A")
    assert not says_nothing("不限")


def test_days_are_written_as_the_format_does() -> None:
    assert iso_day("2014年3月5日") == "2014-03-05"
    assert iso_day("2014.3.28") == "2014-03-28"
    assert iso_day("2014.13.1") == ""


@pytest.mark.parametrize(
    ("form", "value", "text"),
    [
        ("chineseCounting", 12, "十二"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 27, "AA"),
        ("decimalEnclosedCircle", 3, "③"),
    ],
)
def test_word_numbers_in_its_formats(form: str, value: int, text: str) -> None:
    assert written(form, value) == text


def test_a_heading_without_a_post_and_without_duties_is_no_role() -> None:
    text = "智慧停车岗位说明书\n智慧停车采用无人值守。\n收费员岗位职责\n1、收取停车费。\n2、每日交款。\n"
    document = bring("a.txt", text.encode())
    assert [draft.title for draft in document.drafts] == ["收费员"]
    assert [left.words for left in document.left] == ["智慧停车岗位说明书", "智慧停车采用无人值守。"]


@pytest.mark.parametrize(
    ("line", "words"),
    [("3、采购经理", "采购经理"), ("采购经理", "采购经理"), ("3.1 Buyer", "3.1 Buyer")],
)
def test_a_number_is_cut_off_only_where_it_stands_in_the_text(line: str, words: str) -> None:
    number = Number("digit", 3, written="3、")  # Word and HTML count their lists without writing the numbers
    assert Line(words, Place(Unit.LINE, 1), number, written=line).unnumbered == words
