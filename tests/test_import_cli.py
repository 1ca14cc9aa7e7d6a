"""`jdlint import` as a user meets it: files, reports, refusals and exit codes."""

import io
import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from jdlint.bring.emit import scalar
from tests import bring_documents as make
from tests.running import ROOT, Run, jdlint

TEXT = "出纳岗位职责\n直接上级：财务经理\n1、现金收付，当日送存银行。\n3、保管票据和印章。\n"
HANDBOOK = "一、出纳岗位职责\n1、现金收付。\n2、对账。\n二、司机岗位职责\n1、驾驶车辆。\n2、保养车辆。\n"


def run(tmp_path: Path, *arguments: str, stdin: bytes = b"") -> Run:
    return jdlint("import", *arguments, cwd=tmp_path, stdin=stdin)


def files(folder: Path) -> dict[str, str]:
    """Give the files below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def cashier(tmp_path: Path) -> Path:
    (tmp_path / "出纳.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_a_document_becomes_a_role_file_and_a_report(cashier: Path) -> None:
    done = run(cashier, "出纳.txt", "-o", "roles")
    assert done.code == 0
    assert done.err == ""
    assert files(cashier / "roles") == {
        "出纳.yaml": "# 出纳.txt\ntitle: 出纳\nreports_to: 财务经理\nduties:\n"
        "  - 现金收付，当日送存银行。\n  - 保管票据和印章。\n"
    }
    assert done.out == (
        "出纳.txt: 1 role\n  出纳  line 1 → 出纳.yaml\n    reports_to · duties 2\n"
        "  damage:\n    line 4  after 1、 comes 3、\n"
    )


def test_the_report_speaks_chinese_and_lists_everything_when_asked(cashier: Path) -> None:
    done = run(cashier, "出纳.txt", "-o", "roles", "--lang", "zh", "--verbose", "--dry-run")
    assert not (cashier / "roles").exists()
    assert done.out == (
        "出纳.txt：1 个岗位\n  出纳  第 1 行 → 出纳.yaml\n    reports_to · duties 2\n"
        "      第 1 行  出纳岗位职责 → [title]\n      第 2 行  直接上级：财务经理 → reports_to\n"
        "      第 3 行  1、现金收付，当日送存银行。 → duties  (较有把握)\n"
        "      第 4 行  3、保管票据和印章。 → duties  (较有把握)\n"
        "  损坏之处：\n    第 4 行  1、 之后是 3、，中间缺号\n"
    )


def test_the_report_for_programs_accounts_for_every_statement(cashier: Path) -> None:
    done = run(cashier, "出纳.txt", "-o", "roles", "--format", "json")
    (document,) = json.loads(done.out)["documents"]
    (role,) = document["roles"]
    assert (role["title"], role["file"], role["number"]) == ("出纳", "出纳.yaml", 1)
    assert [(each["words"], each["field"], each["confidence"]) for each in role["taken"]] == [
        ("直接上级：财务经理", "reports_to", "high"),
        ("1、现金收付，当日送存银行。", "duties", "medium"),
        ("3、保管票据和印章。", "duties", "medium"),
    ]
    assert document["damage"] == [
        {"unit": "line", "number": 4, "part": None, "sign": "gap", "words": "3、", "before": "1、", "rule": None}
    ]


def test_roles_of_one_document_share_a_folder(tmp_path: Path) -> None:
    (tmp_path / "Staff Handbook.txt").write_text(HANDBOOK, encoding="utf-8")
    assert run(tmp_path, "Staff Handbook.txt", "-o", "out").code == 0
    assert list(files(tmp_path / "out")) == ["staff-handbook/出纳.yaml", "staff-handbook/司机.yaml"]


def test_equal_titles_get_ids_of_their_own(cashier: Path) -> None:
    (cashier / "other.txt").write_text(TEXT.replace("现金", "支票"), encoding="utf-8")
    assert run(cashier, "出纳.txt", "other.txt", "-o", "roles").code == 0
    written = files(cashier / "roles")
    assert {name: yaml.safe_load(text)["id"] for name, text in written.items()} == {
        "出纳-1.yaml": "出纳-1",
        "出纳-2.yaml": "出纳-2",
    }
    assert jdlint("roles", "--fail-on", "never", cwd=cashier).code == 0


def test_roles_go_to_standard_output_and_the_report_to_standard_error(cashier: Path) -> None:
    done = run(cashier, "出纳.txt", "-o", "-", "--keys", "zh")
    assert done.code == 0
    assert done.out == (
        "# 出纳.txt\n岗位名称: 出纳\n直接上级: 财务经理\n岗位职责:\n"
        "  - 现金收付，当日送存银行。\n  - 保管票据和印章。\n"
    )
    assert done.err.startswith("出纳.txt: 1 role\n")


def test_a_document_may_come_from_standard_input(tmp_path: Path) -> None:
    done = run(tmp_path, "-", "-o", "-", "--keys", "zh-Hant", stdin=TEXT.encode())
    assert done.out.startswith("# -\n崗位名稱: 出纳\n")


def test_files_that_exist_are_never_overwritten_unless_told(cashier: Path) -> None:
    (cashier / "roles").mkdir()
    (cashier / "roles" / "出纳.yaml").write_text("title: 我的\n", encoding="utf-8")
    refused = run(cashier, "出纳.txt", "-o", "roles")
    assert refused.code == 2
    assert "these files exist: roles/出纳.yaml" in refused.err
    assert "--force" in refused.err
    assert files(cashier / "roles") == {"出纳.yaml": "title: 我的\n"}
    assert run(cashier, "出纳.txt", "-o", "roles", "--force").code == 0
    assert "财务经理" in files(cashier / "roles")["出纳.yaml"]


def test_nothing_is_written_outside_the_folder_that_was_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HANDBOOK, encoding="utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "roles").mkdir()
    (tmp_path / "roles" / "a").symlink_to(tmp_path / "elsewhere")
    refused = run(tmp_path, "a.txt", "-o", "roles")
    assert refused.code == 2
    assert "leads out of roles" in refused.err
    assert files(tmp_path / "elsewhere") == {}


def test_a_document_that_cant_be_read_doesnt_stop_the_others(cashier: Path) -> None:
    (cashier / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    done = run(cashier, "old.doc", "missing.docx", ".", "出纳.txt", "-o", "roles")
    assert done.code == 2
    assert "jdlint: old.doc: this is a file of Office before 2007" in done.err
    assert "jdlint: missing.docx: No such file or directory" in done.err
    assert "jdlint: .: this is a folder" in done.err
    assert list(files(cashier / "roles")) == ["出纳.yaml"]


def test_a_document_without_a_role_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("今天天气很好。\n我们去爬山。\n", encoding="utf-8")
    done = run(tmp_path, "a.txt", "-o", "roles")
    assert done.code == 3
    assert "no role was found" in done.err
    assert "line 1  今天天气很好。  (outside the roles)" in done.out


def test_the_facts_of_the_organisation_are_written_when_given(cashier: Path) -> None:
    asked = ("--name", "北方: 分公司", "--language", "zh-Hans", "--jurisdictions", "cn")
    assert run(cashier, "出纳.txt", "-o", "roles", *asked).code == 0
    assert files(cashier / "roles")["org.yaml"] == "name: '北方: 分公司'\nlanguage: zh-Hans\njurisdictions: [cn]\n"
    assert run(cashier, "出纳.txt", "-o", "roles", "--force", "--name", "另一家").code == 0
    assert "北方" in files(cashier / "roles")["org.yaml"]


def test_what_a_document_says_cant_reach_the_terminal_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("出纳岗位职责\n1、现金\x1b]0;x\x07收付。\n2、\x9b31m对账。\n", encoding="utf-8")
    done = run(tmp_path, "a.txt", "-o", "-", "--verbose")
    assert "\x1b" not in done.out + done.err
    assert "\x9b" not in done.out + done.err


def test_word_excel_and_pdf_files_by_the_command(tmp_path: Path) -> None:
    document = make.word()
    document.add_paragraph("库管员岗位职责")
    document.add_paragraph("验收货物。", style="List Number")
    (tmp_path / "库管.docx").write_bytes(make.saved(document))
    (tmp_path / "表.xlsx").write_bytes(make.workbook({"a": [("岗位名称", "司机"), ("岗位职责", "驾驶车辆。")]}))
    (tmp_path / "质检.pdf").write_bytes(make.pdf([["质检员岗位职责", "1、检验来料。", "2、校准量具。"]]))
    assert run(tmp_path, "库管.docx", "表.xlsx", "质检.pdf", "-o", "roles").code == 0
    assert list(files(tmp_path / "roles")) == ["司机.yaml", "库管员.yaml", "质检员.yaml"]


def test_roles_that_were_imported_are_checked(tmp_path: Path) -> None:
    cases = sorted((ROOT / "tests" / "cases" / "import").glob("*/source.txt"))
    done = run(tmp_path, *map(str, cases), "-o", "roles")
    assert done.code == 0
    checked = jdlint("roles", "--format", "json", "--fail-on", "never", cwd=tmp_path)
    assert checked.code == 0
    broken = {finding["rule"] for finding in checked.findings if finding["rule"].startswith(("syntax/", "internal/"))}
    assert broken == set()


def test_a_spreadsheet_shows_by_its_bytes_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "名单.txt").write_bytes(make.workbook({"a": [("岗位名称", "司机"), ("岗位职责", "驾驶车辆。")]}))
    assert run(tmp_path, "名单.txt", "-o", "-").out == "# 名单.txt\ntitle: 司机\nduties:\n  - 驾驶车辆。\n"


@given(st.text(max_size=40))
def test_every_text_is_written_so_that_it_is_read_again(text: str) -> None:
    encodable = text.encode("utf-8", "ignore").decode()
    for written in (f"a: {scalar(encodable)}\n", f"a:\n  - {scalar(encodable)}\n"):
        loaded = yaml.safe_load(io.StringIO(written))["a"]
        assert (loaded if isinstance(loaded, str) else loaded[0]) == encodable


def test_without_a_readable_document_the_error_is_all_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04junk")
    done = run(tmp_path, "a.docx", "-o", "roles")
    assert (done.code, done.out) == (2, "")
    assert "a.docx" in done.err
