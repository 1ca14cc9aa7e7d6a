"""What an import took for what, with how sure it is, and what it left: for people and for programs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from jdlint import __version__
from jdlint.bring.block import Place, Unit
from jdlint.bring.damage import Damage, Sign
from jdlint.bring.files import Planned
from jdlint.bring.importing import Brought
from jdlint.bring.item import Draft, Item
from jdlint.bring.left import Reason
from jdlint.finding import Confidence, cut
from jdlint.record import NamedTuple
from jdlint.report.encode import json_text
from jdlint.report.fixes import counted
from jdlint.report.width import shown

_TEXTS: dict[str, dict[str, str]] = {
    "en": {
        "document": "{name}: {roles}",
        "role": "{n} role|{n} roles",
        "at": "{place}",
        "unsure": "taken with less certainty:",
        "left": "in no role ({n} line):|in no role ({n} lines):",
        "damage": "damage:",
        "joined": "a sentence goes on behind the page mark",
        "more": "… and {n} more",
        Unit.LINE: "line {n}",
        Unit.PAGE_LINE: "page {part}, line {n}",
        Unit.PARAGRAPH: "paragraph {n}",
        Unit.TABLE_ROW: "table {part}, row {n}",
        Unit.SHEET_ROW: "{part}, row {n}",
        Unit.ASIDE: "beside the text",
        "encoding": "read as {detail}",
        "low": "a guess",
        "medium": "likely",
        Sign.GAP: "after {before} comes {words}",
        Sign.LATE: "the list begins with {words}",
        Sign.BEHIND: "the number {words} stands behind its item or alone",
        Sign.WRITING: "{rule}: “{words}”",
        Reason.PAGE: "mark of a page",
        Reason.SITE: "a web site's own words",
        Reason.CONTENTS: "contents table",
        Reason.REPEATED: "repeated heading",
        Reason.SIGNATURE: "line to sign on",
        Reason.NUMBER: "number without a text",
        Reason.HEADING: "heading",
        Reason.EMPTY: "nothing stands under it",
        Reason.OUTSIDE: "outside the roles",
        Reason.COLUMN: "head of a table",
        Reason.ASIDE: "beside the text: header, footer, comment, menu",
        "hidden": "hidden text was left out ({detail} times)",
        "deleted": "deleted text was left out ({detail} times)",
        "hidden-sheets": "hidden sheets were read, too: {detail}",
    },
    "zh": {
        "document": "{name}：{roles}",
        "role": "{n} 个岗位",
        "at": "{place}",
        "unsure": "把握不大的归类：",
        "left": "未归入任何岗位（{n} 行）：",
        "damage": "损坏之处：",
        "joined": "页码之后的句子已接上",
        "more": "……另有 {n} 项",
        Unit.LINE: "第 {n} 行",
        Unit.PAGE_LINE: "第 {part} 页第 {n} 行",
        Unit.PARAGRAPH: "第 {n} 段",
        Unit.TABLE_ROW: "表 {part} 第 {n} 行",
        Unit.SHEET_ROW: "{part} 第 {n} 行",
        Unit.ASIDE: "正文之外",
        "encoding": "按 {detail} 读取",
        "low": "推测",
        "medium": "较有把握",
        Sign.GAP: "{before} 之后是 {words}，中间缺号",
        Sign.LATE: "列表从 {words} 开始",
        Sign.BEHIND: "编号 {words} 在条目之后或单独成行",
        Sign.WRITING: "{rule}：“{words}”",
        Reason.PAGE: "页码",
        Reason.SITE: "网站自身的文字",
        Reason.CONTENTS: "目录",
        Reason.REPEATED: "重复的标题",
        Reason.SIGNATURE: "签字栏",
        Reason.NUMBER: "没有文字的编号",
        Reason.HEADING: "标题",
        Reason.EMPTY: "下面没有内容",
        Reason.OUTSIDE: "不属于任何岗位",
        Reason.COLUMN: "表头",
        Reason.ASIDE: "正文之外：页眉、页脚、批注、菜单",
        "hidden": "隐藏文字未读入（{detail} 处）",
        "deleted": "已删除的修订未读入（{detail} 处）",
        "hidden-sheets": "隐藏的工作表也已读入：{detail}",
    },
    "zh-Hant": {
        "document": "{name}：{roles}",
        "role": "{n} 個崗位",
        "at": "{place}",
        "unsure": "把握不大的歸類：",
        "left": "未歸入任何崗位（{n} 行）：",
        "damage": "損壞之處：",
        "joined": "頁碼之後的句子已接上",
        "more": "……另有 {n} 項",
        Unit.LINE: "第 {n} 行",
        Unit.PAGE_LINE: "第 {part} 頁第 {n} 行",
        Unit.PARAGRAPH: "第 {n} 段",
        Unit.TABLE_ROW: "表 {part} 第 {n} 列",
        Unit.SHEET_ROW: "{part} 第 {n} 列",
        Unit.ASIDE: "正文之外",
        "encoding": "按 {detail} 讀取",
        "low": "推測",
        "medium": "較有把握",
        Sign.GAP: "{before} 之後是 {words}，中間缺號",
        Sign.LATE: "清單從 {words} 開始",
        Sign.BEHIND: "編號 {words} 在條目之後或單獨成行",
        Sign.WRITING: "{rule}：“{words}”",
        Reason.PAGE: "頁碼",
        Reason.SITE: "網站自身的文字",
        Reason.CONTENTS: "目錄",
        Reason.REPEATED: "重複的標題",
        Reason.SIGNATURE: "簽字欄",
        Reason.NUMBER: "沒有文字的編號",
        Reason.HEADING: "標題",
        Reason.EMPTY: "下面沒有內容",
        Reason.OUTSIDE: "不屬於任何崗位",
        Reason.COLUMN: "表頭",
        Reason.ASIDE: "正文之外：頁首、頁尾、註解、選單",
        "hidden": "隱藏文字未讀入（{detail} 處）",
        "deleted": "已刪除的修訂未讀入（{detail} 處）",
        "hidden-sheets": "隱藏的工作表也已讀入：{detail}",
    },
}
_SHOWN, _MOST = 48, 12
"""Characters shown of a line, and lines listed of one kind without --verbose."""


class Account(NamedTuple):
    """An imported document with the files that its roles go to."""

    brought: Brought
    files: tuple[Planned, ...]


# for people


def text(accounts: Sequence[Account], language: str, *, verbose: bool) -> str:
    """Write the account for people."""
    return "\n".join(line for account in accounts for line in _account(account, language, verbose=verbose)) + "\n"


def _account(account: Account, language: str, *, verbose: bool) -> Iterator[str]:
    texts, brought = _TEXTS[language], account.brought
    most = None if verbose else _MOST
    yield texts["document"].format(name=shown(brought.name), roles=counted(texts["role"], len(account.files)))
    for remark, detail in brought.remarks:
        yield f"  {texts[remark].format(detail=shown(detail))}"
    for file in account.files:
        yield f"  {shown(file.draft.title)}  {_place(file.draft.place, texts)} → {shown(file.path)}"
        yield f"    {_fields(file.draft.items)}"
        unsure = [_item(item, texts) for item in file.draft.items if item.sure is Confidence.LOW]
        if verbose:
            yield from _listed(_taken(file.draft, texts), None, texts, "      ")
        elif unsure:
            yield f"    {texts['unsure']}"
            yield from _listed(unsure, most, texts, "      ")
    if brought.left:
        yield f"  {counted(texts['left'], len(brought.left))}"
        lines = [f"{_place(each.place, texts)}  {_short(each.words)}  ({texts[each.reason]})" for each in brought.left]
        yield from _listed(lines, most, texts, "    ")
    if brought.damage or brought.joined:
        yield f"  {texts['damage']}"
        lines = [f"{_place(place, texts)}  {texts['joined']}" for place in brought.joined]
        lines += [f"{_place(each.place, texts)}  {_damage(each, texts)}" for each in brought.damage]
        yield from _listed(lines, most, texts, "    ")


def _taken(draft: Draft, texts: dict[str, str]) -> list[str]:
    """List all that was taken for something, in the order of the document."""
    told = [
        (each.place, f"{_place(each.place, texts)}  {_short(each.words)} → [{each.field}]") for each in draft.headings
    ]
    told += [(item.place, _item(item, texts)) for item in draft.items]
    return [line for _, line in sorted(told, key=lambda each: each[0][1:])]


def _listed(lines: Sequence[str], most: int | None, texts: dict[str, str], indent: str) -> Iterator[str]:
    for line in lines[:most]:
        yield indent + line
    if most is not None and len(lines) > most:
        yield indent + texts["more"].format(n=len(lines) - most)


def _fields(items: Sequence[Item]) -> str:
    counts = Counter(item.field.partition(".")[0] for item in items)
    return " · ".join(f"{field} {count}" if count > 1 else field for field, count in counts.items())


def _item(item: Item, texts: dict[str, str]) -> str:
    sure = f"  ({texts[item.sure.value]})" if item.sure is not Confidence.HIGH else ""
    return f"{_place(item.place, texts)}  {_short(item.words)} → {item.field}{sure}"


def _damage(damage: Damage, texts: dict[str, str]) -> str:
    return texts[damage.sign].format(words=shown(damage.words), before=damage.before, rule=damage.rule)


def _place(place: Place, texts: dict[str, str]) -> str:
    return texts[place.unit].format(n=place.number, part=shown(place.part))


def _short(words: str) -> str:
    one = " ".join(words.split())
    return shown(cut(one, _SHOWN))


# for programs


def as_json(accounts: Sequence[Account]) -> str:
    """Write the account for programs: version 1, whose fields are only ever added to."""
    document = {
        "version": 1,
        "tool": {"name": "jdlint", "version": __version__},
        "documents": [_document(account) for account in accounts],
    }
    return json_text(document)


def _document(account: Account) -> dict[str, Any]:
    brought = account.brought
    return {
        "document": brought.name,
        "remarks": [{"remark": remark, "detail": detail or None} for remark, detail in brought.remarks],
        "roles": [_role(file) for file in account.files],
        "left": [{**_at(each.place), "words": each.words, "reason": each.reason.value} for each in brought.left],
        "damage": [
            {
                **_at(each.place),
                "sign": each.sign.value,
                "words": each.words,
                "before": each.before or None,
                "rule": each.rule or None,
            }
            for each in brought.damage
        ],
        "joined": [_at(place) for place in brought.joined],
    }


def _role(file: Planned) -> dict[str, Any]:
    draft = file.draft
    return {
        "title": draft.title,
        "id": draft.id or None,
        "file": file.path,
        "confidence": draft.sure.value,
        **_at(draft.place),
        "headings": [{**_at(each.place), "words": each.words, "field": each.field} for each in draft.headings],
        "taken": [
            {
                **_at(item.place),
                "words": item.words,
                "field": item.field,
                "text": item.text,
                "with": dict(item.more),
                "confidence": item.sure.value,
            }
            for item in draft.items
        ],
    }


def _at(place: Place) -> dict[str, Any]:
    return {"unit": place.unit.value, "number": place.number, "part": place.part or None}
