"""Readers of formats: what they give of real files, and that hostile ones are refused in good time and clear words."""

import io
import sys
import zipfile

import pytest

from jdlint.bring.emit import role_file
from jdlint.bring.importing import Brought, bring
from jdlint.errors import DocumentError
from tests import bring_documents as make

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(document: Brought) -> str:
    """Give the role files of a document, one after the other."""
    return "---\n".join(role_file(draft, "en") for draft in document.drafts)


# Word


def handbook() -> bytes:
    document = make.word()
    document.add_heading("销售部岗位说明书", 0)
    document.add_heading("一、销售经理", 1)
    make.table(
        document,
        [
            ("岗位名称", "销售经理", "所属部门", "销售部"),
            ("岗位目的", "完成区域销售目标。", "", ""),
            ("任职资格", "学历", "大专以上", ""),
            ("", "经验", "三年以上销售管理经验", ""),
        ],
        [(1, 1, 1, 3), (2, 0, 3, 0), (2, 2, 2, 3), (3, 2, 3, 3)],
    )
    document.add_heading("工作职责", 2)
    for text in ("制定区域销售计划，报总监批准。", "每周召开销售例会。"):
        document.add_paragraph(text, style="List Number")
    document.add_heading("工作权限", 2)
    document.add_paragraph("对销售代表的奖惩有建议权。", style="List Bullet")
    document.add_heading("二、销售助理", 1)
    document.add_paragraph("岗位职责：")
    document.add_paragraph("录入订单。", style="List Number")
    make.text_box(document, "任职要求：中专以上学历。")
    document.sections[0].footer.paragraphs[0].text = "内部资料"
    return make.saved(document)


def test_a_word_file_with_headings_lists_merged_cells_and_a_text_box() -> None:
    document = bring("手册.docx", handbook())
    assert said(document) == (
        "title: 销售经理\nunit: 销售部\npurpose: 完成区域销售目标。\nduties:\n  - 制定区域销售计划，报总监批准。\n"
        "  - 每周召开销售例会。\nauthorities:\n  - 对销售代表的奖惩有建议权。\n"
        "qualifications:\n  education:\n    - 大专以上\n"
        "  experience:\n    - 三年以上销售管理经验\n---\ntitle: 销售助理\nduties:\n  - 录入订单。\nqualifications:\n"
        "  education:\n    - 中专以上学历。\n"
    )
    assert ("内部资料", "aside") in {(left.words, left.reason.value) for left in document.left}


def test_word_numbers_its_lists_as_a_reader_sees_them() -> None:
    document = make.word()
    document.add_paragraph("库管员岗位职责")
    for text in ("验收货物，当日入库。", "每月盘点一次。"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("任职要求")
    document.add_paragraph("高中以上学历。", style="List Number")
    (draft,) = (found := bring("a.docx", make.saved(document))).drafts
    assert [item.words for item in draft.items] == ["验收货物，当日入库。", "每月盘点一次。", "高中以上学历。"]
    # Word's list goes on behind the second heading: what a reader sees begins with 3
    assert [(sign.sign.value, sign.words) for sign in found.damage] == [("late", "3.")]


def test_hidden_and_deleted_text_of_word_is_left_out_and_named() -> None:
    document = make.word()
    document.add_paragraph("库管员岗位职责")
    paragraph = document.add_paragraph("验收货物。")
    hidden = paragraph.add_run("内部备注")
    hidden.font.hidden = True
    raw = make.saved(document)
    body = zipfile.ZipFile(io.BytesIO(raw)).read("word/document.xml").decode()
    deleted = (
        "<w:p><w:del><w:r><w:delText>旧条款</w:delText></w:r></w:del><w:r><w:t>每月盘点。</w:t></w:r></w:p><w:sectPr"
    )
    raw = make.rezipped(raw, {"word/document.xml": body.replace("<w:sectPr", deleted, 1).encode()})
    document = bring("a.docx", raw)
    assert document.remarks == (("hidden", "1"), ("deleted", "1"))
    assert "内部备注" not in said(document)
    assert "每月盘点。" in said(document)


# Excel


def test_an_excel_sheet_with_one_role_a_row_and_one_that_is_a_role() -> None:
    raw = make.workbook(
        {
            "清单": [
                ("序号", "岗位名称", "部门", "直接上级", "岗位职责", "任职要求"),
                (1, "出纳", "财务部", "财务经理", "1、现金收付\n2、银行对账", "大专以上学历"),
                (2, "司机", "行政部", "行政经理", "负责公司车辆驾驶；", None),
            ],
            "前台": [("岗位名称", "前台文员"), ("岗位职责", None), (None, "接听电话"), (None, "接待访客")],
        }
    )
    document = bring("岗位.xlsx", raw)
    assert said(document) == (
        "title: 出纳\nunit: 财务部\nreports_to: 财务经理\nduties:\n  - 现金收付\n  - 银行对账\n"
        "qualifications:\n  education:\n    - 大专以上学历\n---\n"
        "title: 司机\nunit: 行政部\nreports_to: 行政经理\nduties:\n  - 负责公司车辆驾驶；\n---\n"
        "title: 前台文员\nduties:\n  - 接听电话\n  - 接待访客\n"
    )


def test_a_sheet_that_claims_a_million_columns_is_read_by_its_cells() -> None:
    raw = make.workbook({"a": [("岗位名称", "出纳"), ("岗位职责", "现金收付。")]})
    sheet = zipfile.ZipFile(io.BytesIO(raw)).read("xl/worksheets/sheet1.xml").decode()
    grown = sheet.replace('ref="A1:B2"', 'ref="A1:XFD1048576"').replace(
        "</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="C1:XFD1048576"/></mergeCells>'
    )
    assert grown != sheet
    document = bring("a.xlsx", make.rezipped(raw, {"xl/worksheets/sheet1.xml": grown.encode()}))
    assert said(document) == "title: 出纳\nduties:\n  - 现金收付。\n"


# PDF


def test_a_pdf_with_cells_broken_lines_and_pages() -> None:
    raw = make.pdf(
        [
            [
                "岗位说明书",
                ("岗位名称", "质检员", "所属部门", "品质部"),
                "岗位职责：",
                "1、按抽样标准检验来料，不合格品当日隔",
                "离并通知采购；",
                "2、每月汇总不良率，分析前三大原因并报",
                "第 1 页",
            ],
            ["品质主管；", "3、校准量具。", "第 2 页"],
        ]
    )
    document = bring("a.pdf", raw)
    assert said(document) == (
        "title: 质检员\nunit: 品质部\nduties:\n  - 按抽样标准检验来料，不合格品当日隔离并通知采购；\n"
        "  - 每月汇总不良率，分析前三大原因并报品质主管；\n  - 校准量具。\n"
    )
    assert [(place.part, place.number) for place in document.joined] == [("2", 1)]


def test_a_pdf_without_text_or_with_a_password_is_refused() -> None:
    with pytest.raises(DocumentError, match="no text was found"):
        bring("scan.pdf", make.pdf([[]]))
    with pytest.raises(DocumentError, match="encrypted"):
        bring("a.pdf", make.pdf([["出纳岗位职责"]], encrypt="secret"))


# HTML, Markdown, text


def test_a_web_page_with_lists_a_table_and_a_menu() -> None:
    page = (
        "<!doctype html><html><head><title>招聘</title><style>p{}</style></head><body><nav>首页 职位</nav>"
        "<h1>产品经理</h1><p>部门：产品部<br>汇报对象：产品总监</p><h2>岗位职责</h2><ol start=1><li>撰写需求文档。</li>"
        "<li>跟进开发进度。</li></ol><h2>任职要求</h2><ul><li>本科以上学历</li></ul><p hidden>不显示</p>"
        "<table><tr><th>考核指标<th>权重<tr><td>按期交付率<td>60%</table><script>alert(1)</script></body></html>"
    )
    document = bring("a.html", page.encode())
    assert said(document) == (
        "title: 产品经理\nunit: 产品部\nreports_to: 产品总监\nduties:\n  - 撰写需求文档。\n  - 跟进开发进度。\nkpis:\n"
        "  - name: 按期交付率\n    weight: 60%\nqualifications:\n  education:\n    - 本科以上学历\n"
    )
    assert ("首页 职位", "aside") in {(left.words, left.reason.value) for left in document.left}


def test_a_web_page_in_its_declared_encoding() -> None:
    page = '<html><meta charset="gb2312"><h1>出纳岗位职责</h1><p>1、现金收付。</p><p>2、银行对账。</p></html>'
    document = bring("a.htm", page.encode("gb18030"))
    assert said(document) == "title: 出纳\nduties:\n  - 现金收付。\n  - 银行对账。\n"
    assert document.remarks == (("encoding", "GB18030"),)


def test_markdown_with_strong_labels_and_a_table() -> None:
    text = (
        "---\nlayout: page\n---\n# 测试工程师\n\n**部门**：质量部\n\n## 岗位职责\n\n1. 编写[测试用例](https://example.org)，\n"
        "   每个版本更新。\n2. 执行`回归`测试。\n\n| 考核指标 | 权重 |\n| --- | --- |\n| 漏测率 | 50% |\n"
    )
    assert said(bring("a.md", text.encode())) == (
        "title: 测试工程师\nunit: 质量部\nduties:\n  - 编写测试用例，每个版本更新。\n  - 执行回归测试。\n"
        "kpis:\n  - name: 漏测率\n    weight: 50%\n"
    )


TEXT = "出納崗位職責\n1、現金收付，當日送存銀行。\n2、保管票據和印章。\n"


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        (TEXT.encode(), ""),
        (b"\xef\xbb\xbf" + TEXT.encode(), ""),
        (TEXT.encode("gb18030"), "GB18030"),
        (TEXT.encode("big5"), "Big5"),
        (TEXT.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "UTF-16"),
    ],
)
def test_a_text_in_the_encodings_met_in_practice(raw: bytes, encoding: str) -> None:
    document = bring("a.txt", raw)
    assert said(document) == "title: 出納\nduties:\n  - 現金收付，當日送存銀行。\n  - 保管票據和印章。\n"
    assert [detail for _, detail in document.remarks] == [encoding] * bool(encoding)


def test_control_characters_never_reach_a_role_file() -> None:
    document = bring("a.txt", "出纳岗位职责\n1、现金\x07收付\x1b[31m。\x00\n2、对账。\n".encode())
    assert said(document) == "title: 出纳\nduties:\n  - 现金收付[31m。\n  - 对账。\n"


# hostile and foreign files


def bomb() -> bytes:
    return make.rezipped(make.saved(make.word()), {"word/huge.xml": b"<a>" + b" " * 80_000_000 + b"</a>"})


def entities() -> bytes:
    body = f'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document {_W}><w:body/></w:document>'
    return make.rezipped(make.saved(make.word()), {"word/document.xml": body.encode()})


def entities_in_utf_16() -> bytes:
    body = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY a "b">]><w:document {_W}/>'
    return make.rezipped(make.saved(make.word()), {"word/document.xml": body.encode("utf-16")})


def macros() -> bytes:
    return make.rezipped(make.saved(make.word()), {"word/vbaProject.bin": b"\0"})


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.docx", bomb(), "unpacks to 80 MB"),
        ("a.docx", entities(), "declares entities"),
        ("a.docx", entities_in_utf_16(), "declares entities"),
        ("a.docx", macros(), "macros"),
        ("a.docx", b"PK\x03\x04" + b"\0" * 40, "damaged"),
        ("a.docx", b"no archive at all", "no .docx file"),
        (
            "a.docx",
            make.rezipped(make.saved(make.word()), {"word/document.xml": b"<w:document"}),
            "can't be read as a Word",
        ),
        ("a.xlsx", make.rezipped(make.workbook({"a": [(1,)]}), {"xl/workbook.xml": b"<"}), "can't be read as an Excel"),
        ("a.zip", make.rezipped(make.saved(make.word()), {})[:-30], "damaged"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007"),
        ("a.rtf", b"{\\rtf1 a}", "rich text"),
        ("a.pdf", b"%PDF-1.7\nnothing", "can't be read as a PDF"),
        ("a.txt", bytes(range(32)) * 40, "no text"),
        ("a.txt", "现金收付。".encode() * 3 + b"\xff\xff\xff", "encoding can't be told"),
    ],
)
def test_a_file_that_cant_be_read_is_refused_with_a_remedy(name: str, raw: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=words) as met:
        bring(name, raw)
    assert met.value.remedy.read("en")


def test_a_table_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jdlint.bring.readers.word.MOST_CELLS", 2_000)
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 500 + "</w:tr>"
    body = f"<w:document {_W}><w:body><w:tbl>{row * 5}</w:tbl></w:body></w:document>"
    with pytest.raises(DocumentError, match="cells"):
        bring("a.docx", make.rezipped(make.saved(make.word()), {"word/document.xml": body.encode()}))


@pytest.mark.parametrize(
    "page",
    [
        "<a " * 20_000,
        "<!--" * 20_000,
        "<ul><li>" * 20_000,
        "<table><tr><td>" * 5_000,
        "&" * 60_000,
        "<![CDATA[" * 9_000,
    ],
)
def test_a_hostile_page_ends(page: str) -> None:
    document = bring("a.html", f"<html><h1>出纳岗位职责</h1><p>1、现金收付。</p><p>2、对账。</p>{page}".encode())
    assert [draft.title for draft in document.drafts] == ["出纳"]


@pytest.mark.parametrize(
    "text", ["1、" * 9_000, "（1）" * 9_000, "岗位职责：" * 6_000, "、" * 30_000, "a:" * 20_000, "  x" * 9_000]
)
def test_a_hostile_text_ends(text: str) -> None:
    assert bring("a.txt", f"出纳岗位职责\n{text}\n".encode()).name == "a.txt"


def test_a_missing_library_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(DocumentError, match="python-docx") as met:
        bring("a.docx", make.saved(make.word()))
    assert met.value.remedy.read("en") == 'pip install "jdlint[import]"'
