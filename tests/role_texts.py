"""Random role files as people write them: keys in three languages, every quote and block, comments, known faults."""

import json
import re
from typing import NamedTuple

from hypothesis import strategies as st

from jdlint.source.edit.quoting import reads_as
from jdlint.source.tree import Mapping, Node, Scalar

BREAKS = ("\n", "\r\n")
MARK = b"\xef\xbb\xbf"

KEYS = {
    "en": {
        "title": "title", "reports_to": "reports_to", "duties": "duties", "authorities": "authorities",
        "qualifications": "qualifications", "skills": "skills", "notes": "notes", "text": "text", "share": "share",
    },
    "zh": {
        "title": "岗位名称", "reports_to": "直接上级", "duties": "岗位职责", "authorities": "工作权限",
        "qualifications": "任职资格", "skills": "技能", "notes": "备注", "text": "内容", "share": "占比",
    },
    "zh-Hant": {
        "title": "崗位名稱", "reports_to": "直接上級", "duties": "工作職責", "authorities": "工作權限",
        "qualifications": "任職資格", "skills": "技能", "notes": "備註", "text": "內容", "share": "佔比",
    },
}  # fmt: skip

SOUND = {
    "en": (
        "Keep the visitor log and file it every Friday", "Count the stock: each item once", "Send the report, by post",
        "Approve supplier invoices up to 20,000 CNY", "Hire branch staff", "Prepare the roster", "Inspect deliveries",
    ),
    "zh": (
        "每周拜访重点客户3家，当日录入拜访记录", "编制月度销售报表：每月5日前报经理", "审批客户资信额度",
        "每日盘点库存", "登记来访客户#姓名和电话", "审核费用报销单", "每季考核下属业务员",
    ),
    "zh-Hant": (
        "每週拜訪重點客戶3家，當日登錄拜訪紀錄", "編製月報表：每月5日前送主管", "審核報價單並歸檔", "每日盤點庫存",
        "簽訂採購合約", "檢查倉庫環境與設備運轉狀況", "登記來訪客戶",
    ),
}  # fmt: skip

FAULTY = {
    "en": (
        "Keep the log,, and file it", "File the the invoices", "Strong communication skills", "Seperate the files",
        "Other duties as assigned", "Comply with company policies", "Print", "Measures the temperature",
        "Actively promote the range", "Send it ((weekly) to him", "page 2 of 5", "Keep the\u200b log",
        "Apply now", "Annual leave of 12 days", "Checks the seals, and records them",
    ),
    "zh": (
        "每日盘点库存,,登记结果", "负责员工的的招聘", "熟悉物业管理法规", "催收呆帐", "完成领导交办的其他工作",
        "严格遵守公司规章制度", "维护客户的.信任", "每日盘点库存,登记结果", "制定计划第 2 页 共 5 页", "打印",
        "认真执行价格制度", "享受公司规定的带薪年假", "审核报价（含税））", "检查设备运转状况", "核对\u202e单据\u202c",
        "检查下属(业务代表)的工作", "对总经理负责", "负责销售工作", "具备良好的沟通能力",
    ),
    "zh-Hant": (
        "每日盤點庫存、,登記結果", "負責員工的的招聘", "熟悉物業管理法規", "審核后歸檔並與各單位聯系",
        "完成主管交辦的臨時任務", "服從主管的工作安排", "登記倉庫日志", "每日盤點庫存,登記結果", "大力開拓門市",
        "有參加培訓的權利", "審核報價單（含稅））", "負責銷(xiāo)售回款", "處理其他事務", "核對\u200b單據",
    ),
}  # fmt: skip


class _Paper:
    """A role file as it is being written."""

    def __init__(self, draw: st.DrawFn, language: str, newline: str) -> None:
        self.draw = draw
        self.newline = newline
        self.keys = KEYS[language]
        self.lines: list[str] = []
        self._entry = st.one_of(*map(st.sampled_from, (SOUND[language], FAULTY[language], FAULTY[language])))
        self._remarks = 0

    def chance(self, one_in: int) -> bool:
        return self.draw(st.integers(1, one_in)) == 1

    def remark(self, before: str = "") -> str:
        """Give a comment that stands nowhere else in the file, or none."""
        if not self.chance(6):
            return ""
        self._remarks += 1
        return f"{before}# remark {self._remarks}: 备注"

    def entries(self, name: str, least: int) -> None:
        """Write a section of random entries."""
        texts = self.draw(st.lists(self._entry, min_size=least, max_size=6), label=name)
        depth = 2 if name == "skills" else 0
        pad = " " * depth
        if self.chance(5):
            inside = ", ".join(self.quoted(text, in_flow=True) for text in texts)
            self.lines.append(f"{pad}{self.keys[name]}: [{inside}]")
            return
        self.lines.append(f"{pad}{self.keys[name]}:{self.remark('  ')}")
        own = " " * (depth + self.draw(st.sampled_from((0, 2, 4))))
        for text in texts:
            self.lines += [f"{own}{above}"] if (above := self.remark()) else []
            if name == "duties" and self.chance(6):
                self.lines.append(f"{own}- {self.keys['text']}: {self.quoted(text, indent=len(own) + 6)}")
                self.lines.append(f"{own}  {self.keys['share']}: 5%")
                continue
            raw = self.quoted(text, indent=len(own) + 2)
            self.lines.append(f"{own}- {raw}" + ("" if raw[:1] in "|>" else self.remark("  ")))
        self.lines += [""] if self.chance(4) else []

    def quoted(self, text: str, *, in_flow: bool = False, indent: int = 0) -> str:
        """Write a text in a random style that holds it."""
        styles = ["single", "double", "escaped"] + ([] if in_flow else ["|", ">", "folded"])
        if reads_as(text, text, in_flow=in_flow):
            styles += ["plain"] * 4
        style = self.draw(st.sampled_from(styles))
        if style in "|>":
            return f"{style}-{self.newline}{' ' * indent}{text}"
        return {
            "plain": text,
            "single": "'" + text.replace("'", "''") + "'",
            "escaped": json.dumps(text),
            "folded": json.dumps(text, ensure_ascii=False).replace(" ", f"{self.newline}{' ' * indent}", 1),
        }.get(style, json.dumps(text, ensure_ascii=False))


@st.composite
def role_texts(draw: st.DrawFn) -> bytes:
    """Draw a role file."""
    paper = _Paper(draw, draw(st.sampled_from(sorted(KEYS))), draw(st.sampled_from(BREAKS)))
    paper.lines.append(f"{paper.keys['title']}: Clerk{paper.remark('  ')}")
    paper.entries("duties", 2)
    if draw(st.booleans()):
        paper.entries("authorities", 1)
    if draw(st.booleans()):
        paper.lines.append(f"{paper.keys['qualifications']}:")
        paper.entries("skills", 1)
    if draw(st.booleans()):
        paper.entries("notes", 1)
    text = paper.newline.join(paper.lines) + draw(st.sampled_from((paper.newline, paper.newline, "")))
    return (MARK if paper.chance(3) else b"") + text.encode()


_REMARK = re.compile(r"# remark \d+: 备注")


def remarks(raw: bytes) -> list[str]:
    """Give the comments of a file, sorted."""
    return sorted(_REMARK.findall(raw.decode()))


class Plain(NamedTuple):
    """What a tree says, for comparing."""

    said: object


def plain(node: Node) -> Plain:
    """Give what a tree says, the styles and places left out."""
    if isinstance(node, Scalar):
        return Plain(node.text)
    if isinstance(node, Mapping):
        return Plain(tuple((entry.key.text, plain(entry.value)) for entry in node.entries))
    return Plain(tuple(map(plain, node.items)))
