"""What a change means: told in a small organisation where everything moves at once, and safe whatever roles say."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from jdlint.cli.diff import execute
from jdlint.compare.duties import Duties, compare
from jdlint.compare.pairs import Sketch, pair
from jdlint.errors import GitError, NothingToCheckError, UsageError
from tests.repository import Repo, repository

ORG = """language: zh-Hans
ladder: [A1, A2, A3]
roots: [销售总监]
limits:
  - {act: approve, object: finance.expense, role: 城市经理, up_to: 5000 CNY}
"""
BOSS = """title: 销售总监
manages: [城市经理]
duties:
  - 每年12月15日前编制年度销售计划
  - 每月10日前汇总各城市销售数据并提交分析报告
"""
CITY = """title: 城市经理
reports_to: 销售总监
manages: [业务代表]
level: A1
duties:
  - 每周拜访重点客户3家
  - 每月5日前编制城市销售月报,报销售总监
  - 每季度盘点一次促销品
authorities:
  - 对5000元以内的促销费用有审批权
  - approve: 客户退货
    limit: 2000 CNY
qualifications: {education: [大专]}
"""
REP = """title: 业务代表
reports_to: 城市经理
duties: [每天拜访客户5家]
"""
BEFORE = {"roles/org.yaml": ORG, "roles/boss.yaml": BOSS, "roles/city.yaml": CITY, "roles/rep.yaml": REP}


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith(("GIT_", "PRE_COMMIT")):
            monkeypatch.delenv(name)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    made = repository(tmp_path / "r", BEFORE)
    monkeypatch.chdir(made.folder)
    return made


def _told(*arguments: str) -> str:
    written: list[str] = []
    assert execute(list(arguments), written.append) == 0
    return "".join(written)


def _roles(*arguments: str) -> dict[str, dict[str, Any]]:
    document = json.loads(_told(*arguments, "--format", "json"))
    return {(role["after"] or role["before"])["title"]: role for role in document["roles"]}


def test_a_higher_limit_a_new_authority_and_a_lost_one(repo: Repo) -> None:
    text = CITY.replace("5000元", "1万元").replace("limit: 2000 CNY", "limit: 500 CNY")
    repo.write({"roles/city.yaml": text.replace("qualifications:", "  - 对经销商的选择有建议权\nqualifications:")})
    found = _roles("main")["城市经理"]["authorities"]
    assert [(shift["before"], shift["after"], shift["direction"]) for shift in found["limits"]] == [
        ("5000元以内", "1万元以内", "raised"),
        ("2000 CNY", "500 CNY", "lowered"),
    ]
    assert [(power["act"], power["object"]) for power in found["gained"]] == [("propose", "channel")]
    assert found["lost"] == []
    repo.write({"roles/city.yaml": CITY.replace("  - 对5000元以内的促销费用有审批权\n", "")})
    assert [power["act"] for power in _roles("main")["城市经理"]["authorities"]["lost"]] == ["approve"]


def test_duties_are_moved_reworded_added_dropped_and_orphaned(repo: Repo) -> None:
    city = CITY.replace("  - 每季度盘点一次促销品\n", "").replace("每周拜访重点客户3家", "每周拜访重点客户至少5家")
    repo.write(
        {
            "roles/city.yaml": city.replace("  - 每月5日前编制城市销售月报,报销售总监\n", "  - 每半年评审一次经销商\n"),
            "roles/rep.yaml": REP.replace("]", ", 每季度盘点一次促销品]"),
        }
    )
    found = _roles("main")
    assert found["城市经理"]["duties"] == {
        "added": ["每半年评审一次经销商"],
        "reworded": [{"before": "每周拜访重点客户3家", "after": "每周拜访重点客户至少5家"}],
        "taken_over": [],
        "handed_on": [
            {
                "before": "每季度盘点一次促销品",
                "after": "每季度盘点一次促销品",
                "role": {"file": "roles/rep.yaml", "id": "业务代表", "title": "业务代表"},
            }
        ],
        "dropped": [],
        "orphaned": ["每月5日前编制城市销售月报,报销售总监"],
    }
    assert found["业务代表"]["duties"]["taken_over"][0]["role"]["title"] == "城市经理"


def test_a_duty_that_another_role_has_all_along_is_dropped_and_not_orphaned(repo: Repo) -> None:
    repo.commit({"roles/rep.yaml": REP.replace("]", ", 每季度盘点一次促销品]")})
    repo.write({"roles/city.yaml": CITY.replace("  - 每季度盘点一次促销品\n", "")})
    duties = _roles("HEAD")["城市经理"]["duties"]
    assert [(each["before"], each["role"]["title"]) for each in duties["dropped"]] == [
        ("每季度盘点一次促销品", "业务代表")
    ]
    assert duties["orphaned"] == []


def test_lines_levels_and_spans(repo: Repo) -> None:
    repo.write(
        {
            "roles/area.yaml": "title: 区域经理\nreports_to: 销售总监\nmanages: [城市经理]\nduties: [巡访城市]\n",
            "roles/city.yaml": CITY.replace("reports_to: 销售总监", "reports_to: 区域经理").replace(
                "level: A1", "level: A2"
            ),
            "roles/boss.yaml": BOSS.replace("[城市经理]", "[区域经理]"),
        }
    )
    found = _roles("main")
    assert found["区域经理"]["change"] == "added"
    assert found["城市经理"]["reports_to"] == {
        "before": [{"name": "销售总监", "line": "solid"}],
        "after": [{"name": "区域经理", "line": "solid"}],
    }
    assert found["城市经理"]["level"] == {"before": "A1", "after": "A2", "direction": "raised"}
    assert found["区域经理"]["span"] == {"before": 0, "after": 1, "gained": ["城市经理"], "lost": []}
    assert found["销售总监"]["span"] == {"before": 1, "after": 1, "gained": ["区域经理"], "lost": ["城市经理"]}


def test_a_rename_is_no_removal_and_changes_nobody_elses_line(repo: Repo) -> None:
    repo.git("mv", "roles/boss.yaml", "roles/head.yaml")
    repo.write({"roles/head.yaml": BOSS.replace("title: 销售总监", "title: 营销总监")})
    repo.write({"roles/city.yaml": CITY.replace("reports_to: 销售总监", "reports_to: 营销总监")})
    repo.git("add", ".")
    for arguments in (("main",), ("main", "--staged")):
        found = _roles(*arguments)
        assert (found["营销总监"]["change"], found["营销总监"]["renamed"], found["营销总监"]["moved"]) == (
            "changed", True, True,
        )  # fmt: skip
        assert "城市经理" not in found or found["城市经理"]["reports_to"] is None


def test_a_removed_role_leaves_its_duties_without_an_owner(repo: Repo) -> None:
    repo.git("rm", "-q", "roles/boss.yaml")
    found = _roles("main")["销售总监"]
    assert found["change"] == "removed"
    assert len(found["duties"]["orphaned"]) == 2


def test_a_superior_leads_fewer_when_a_role_is_gone_though_its_sheet_still_names_it(repo: Repo) -> None:
    repo.git("rm", "-q", "roles/rep.yaml")
    assert _roles("main")["城市经理"]["span"] == {"before": 1, "after": 0, "gained": [], "lost": ["业务代表"]}


def test_qualifications_other_sections_and_facts(repo: Repo) -> None:
    repo.write(
        {
            "roles/city.yaml": CITY.replace("[大专]", "[本科]") + "purpose: 完成城市销售任务\n",
            "roles/org.yaml": ORG.replace("A3]", "A3, A4]").replace("5000 CNY", "8000 CNY"),
        }
    )
    document = json.loads(_told("main", "--format", "json"))
    [role] = document["roles"]
    assert role["sections"] == [{"section": "qualifications.education", "added": ["本科"], "removed": ["大专"]}]
    assert role["also_changed"] == ["purpose"]
    [facts] = document["facts"]
    assert facts["organisation"] == "roles"
    assert facts["sections"] == [{"section": "ladder", "added": ["A1 < A2 < A3 < A4"], "removed": ["A1 < A2 < A3"]}]
    assert [(shift["before"], shift["after"], shift["direction"]) for shift in facts["limits"]] == [
        ("5000 CNY", "8000 CNY", "raised")
    ]


def test_two_commits_neither_of_them_the_working_tree(repo: Repo) -> None:
    repo.git("switch", "-qc", "topic")
    repo.commit({"roles/city.yaml": CITY.replace("level: A1", "level: A3")})
    repo.git("switch", "-q", "main")
    repo.commit({"roles/rep.yaml": REP.replace("5家", "8家")})
    repo.write({"roles/boss.yaml": "title: [\n"})
    assert list(_roles("main", "topic")) == ["城市经理"]


def test_what_cant_be_read_is_said(repo: Repo) -> None:
    repo.write({"roles/boss.yaml": "title: [\n"})
    assert json.loads(_told("main", "--format", "json"))["unread"] == ["roles/boss.yaml"]
    assert "无法读取，其内容未作比较：roles/boss.yaml" in _told("main")


def test_nothing_changed_is_said(repo: Repo) -> None:
    repo.write({"roles/city.yaml": "# a comment\n" + CITY.replace("level: A1", "level:   A1")})
    assert _told("main", "--lang", "en").startswith("No role means anything else than before.\n")


def test_text_in_three_languages_says_the_same(repo: Repo) -> None:
    repo.git("rm", "-q", "roles/boss.yaml")
    repo.write({"roles/city.yaml": CITY.replace("5000元", "1万元").replace("A1", "A2")})
    said = {language: _told("main", "--lang", language) for language in ("en", "zh", "zh-Hant")}
    assert len({text.count("\n") for text in said.values()}) == 1
    assert "limit raised, approve expenses: 5000元以内 → 1万元以内" in said["en"]
    assert "限额提高，费用审批权：5000元以内 → 1万元以内" in said["zh"]
    assert "限額提高，費用審批權：5000元以内 → 1万元以内" in said["zh-Hant"]
    assert "level: A1 → A2 (higher)" in said["en"]
    assert all("此项职责已无人承担" not in said[language] for language in ("en", "zh-Hant"))


HOSTILE = "<script>alert(1)</script> **a** `b` ``c`` [d](http://e) @f #1 | g \\x1b[31mh\\u202ei"


def test_what_roles_say_cant_become_markup_or_obey_a_terminal(repo: Repo) -> None:
    repo.write(
        {
            "roles/evil.yaml": f'title: "{HOSTILE}"\nduties: ["{HOSTILE}"]\nauthorities: ["{HOSTILE}"]\n',
        }
    )
    for form in ("text", "markdown"):
        text = _told("main", "--format", form)
        assert "\x1b" not in text
        assert "\u202e" not in text
    markdown = _told("main", "--format", "markdown")
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", markdown)
    assert "script" not in outside
    assert "@f" not in outside
    assert "http" not in outside


def test_a_comment_stays_within_what_github_takes(repo: Repo) -> None:
    many = {f"roles/{number}.yaml": f"title: 岗位{number}\nduties: [{'长' * 500}{number}]\n" for number in range(200)}
    repo.write(many)
    text = _told("main", "--format", "markdown", "--lang", "en")
    assert len(text.encode("utf-16-le")) // 2 < 65_536
    assert re.search(r"… and \d+ more lines; `jdlint diff` shows them all\.", text)


def test_names_that_are_no_commit_and_contradictions_are_errors(repo: Repo, tmp_path: Path) -> None:
    with pytest.raises(GitError, match="no commit `nowhere`"):
        _told("nowhere")
    with pytest.raises(GitError, match="`nowhere` names no commit"):
        _told("main", "nowhere")
    with pytest.raises(UsageError, match="exclude each other"):
        _told("main", "HEAD", "--staged")
    assert repo.git("status", "--porcelain") == ""
    bare = repository(tmp_path / "bare", {"readme.md": "x"})
    with pytest.raises(NothingToCheckError):
        _told("main", "--path", str(bare.folder))


# the parts


def test_roles_are_paired_by_id_then_title_then_what_they_do() -> None:
    def role(file: str, name: str, *texts: str) -> Sketch:
        return Sketch(file, name, name, frozenset(texts))

    before = [role("a", "x", "1", "2"), role("b", "y", "3", "4"), role("c", "z"), role("d", "w", "5")]
    after = [role("e", "x", "9"), role("c", "q"), role("f", "r", "3", "4", "8"), role("d", "v", "6")]
    assert pair(before, after, {}) == {0: 0, 1: 2, 2: 1}
    assert pair([role("a", "x")], [role("b", "x"), role("c", "x")], {"a": "c"}) == {0: 1}


def test_thousands_of_copied_roles_are_paired_without_comparing_each_with_each() -> None:
    before = [Sketch(f"{n}", f"a{n}", f"a{n}", frozenset(("1", "2"))) for n in range(3000)]
    after = [Sketch(f"n{n}", f"b{n}", f"b{n}", frozenset(("1", "2"))) for n in range(3000)]
    assert 0 < len(pair(before, after, {})) <= 3000


def test_duties_that_stand_twice_are_counted() -> None:
    told = compare([Duties(("拜访客户", "拜访客户"), ("拜访客户",), 0), Duties((), ("拜访客户",), 1)])
    assert [move.other for move in told[0].went] == [1]
    assert told[0].orphaned == ()
