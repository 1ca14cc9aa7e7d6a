"""The report of a repair: what was fixed, what was taken back and why, and what is left."""

from collections.abc import Iterator

from jdlint import saying
from jdlint.finding import Finding, Severity
from jdlint.fix.repair import Repaired, Undone
from jdlint.pipeline import Outcome
from jdlint.report.closing import count
from jdlint.report.width import shown
from jdlint.wording import Speech, form_for

_TEXTS = {
    "en": {
        "fixed": "fixed",
        "fixable": "would be fixed",
        "undone": "not fixed",
        "done": "{findings} fixed in {files}.",
        "would": "{findings} would be fixed in {files}; nothing was written.",
        "keys": "{n} key written in the language asked for.|{n} keys written in the language asked for.",
        "nothing": "Nothing to fix.",
        "finding": "{n} finding|{n} findings",
        "file": "{n} file|{n} files",
        "waiting": "{n} more has an unsafe fix; look at it with `jdlint fix --unsafe --diff`."
        "|{n} more have unsafe fixes; look at them with `jdlint fix --unsafe --diff`.",
        "left": "Left: {counts}. `jdlint check` shows them.",
        "clean": "No findings are left.",
        "unsettled": "Fixes undo each other here: another run would change the files again. Please report this.",
        "reason-left": "undone: the finding would still be there",
        "reason-adds": "undone: it would bring {names}",
        "reason-unreadable": "undone: the file could no longer be read",
        "reason-elsewhere": "it would change {names}, which wasn't named",
        "reason-unstaged": "{names} has changes that aren't staged",
        "reason-link": "{names} is a link, and links are never written",
        "reason-outside": "{names} lies outside the project",
        "reason-read-only": "{names} is read-only",
        "reason-not-a-file": "{names} is no ordinary file",
        "reason-changed": "{names} was changed by somebody else meanwhile; nothing was written to it. Run again.",
        "reason-failed": "{names} couldn't be written: {detail}",
    },
    "zh": {
        "fixed": "已修复",
        "fixable": "可修复",
        "undone": "未修复",
        "done": "修复了 {findings}，涉及 {files}。",
        "would": "可修复 {findings}，涉及 {files}；没有写入任何文件。",
        "keys": "按指定语言改写了 {n} 个字段名。",
        "nothing": "没有可修复的问题。",
        "finding": "{n} 个问题",
        "file": "{n} 个文件",
        "waiting": "另有 {n} 个问题可以修复，但需要人工确认；用 `jdlint fix --unsafe --diff` 查看。",
        "left": "剩余：{counts}，用 `jdlint check` 查看。",
        "clean": "没有剩余问题。",
        "unsettled": "这里的修复会互相抵消，再运行一次文件还会变化。请反馈这个情况。",
        "reason-left": "已撤回：修复后问题仍在",
        "reason-adds": "已撤回：会带来 {names}",
        "reason-unreadable": "已撤回：修复后文件无法读取",
        "reason-elsewhere": "需要改动未指定的文件 {names}",
        "reason-unstaged": "{names} 有未暂存的改动",
        "reason-link": "{names} 是链接，链接从不写入",
        "reason-outside": "{names} 在项目之外",
        "reason-read-only": "{names} 是只读文件",
        "reason-not-a-file": "{names} 不是普通文件",
        "reason-changed": "{names} 在此期间被别人改动，没有写入，请重新运行。",
        "reason-failed": "{names} 无法写入：{detail}",
    },
    "zh-Hant": {
        "fixed": "已修復",
        "fixable": "可修復",
        "undone": "未修復",
        "done": "修復了 {findings}，涉及 {files}。",
        "would": "可修復 {findings}，涉及 {files}；沒有寫入任何檔案。",
        "keys": "按指定語言改寫了 {n} 個欄位名。",
        "nothing": "沒有可修復的問題。",
        "finding": "{n} 個問題",
        "file": "{n} 個檔案",
        "waiting": "另有 {n} 個問題可以修復，但需要人工確認；用 `jdlint fix --unsafe --diff` 檢視。",
        "left": "剩餘：{counts}，用 `jdlint check` 檢視。",
        "clean": "沒有剩餘問題。",
        "unsettled": "這裡的修復會互相抵消，再執行一次檔案還會變化。請回報這個情況。",
        "reason-left": "已撤回：修復後問題仍在",
        "reason-adds": "已撤回：會帶來 {names}",
        "reason-unreadable": "已撤回：修復後檔案無法讀取",
        "reason-elsewhere": "需要更動未指定的檔案 {names}",
        "reason-unstaged": "{names} 有未暫存的更動",
        "reason-link": "{names} 是連結，連結從不寫入",
        "reason-outside": "{names} 在專案之外",
        "reason-read-only": "{names} 是唯讀檔案",
        "reason-not-a-file": "{names} 不是普通檔案",
        "reason-changed": "{names} 在此期間被別人更動，沒有寫入，請重新執行。",
        "reason-failed": "{names} 無法寫入：{detail}",
    },
}


def write(repaired: Repaired, speech: Speech, *, is_written: bool, with_rest: bool = True) -> str:
    """Write what became of each fix, and what is left; `is_written` says whether files were changed."""
    lines = [*_lines(repaired, speech, is_written=is_written), *([_rest(repaired, speech.plain)] if with_rest else [])]
    return "\n".join(lines) + "\n"


def _rest(repaired: Repaired, language: str) -> str:
    texts = _TEXTS[language]
    left = repaired.outcome.findings.shown
    return texts["left"].format(counts=counts(repaired.outcome, language)) if left else texts["clean"]


def counted(text: str, number: int) -> str:
    """Put a number into a text, in the form for one or for many where the language has both."""
    return form_for(text, number).format(n=number)


def counts(outcome: Outcome, language: str) -> str:
    """Write how many errors, warnings and infos are left."""
    found = outcome.findings.shown
    joiner = {"en": ", "}.get(language, "，")
    order = sorted(Severity, key=lambda severity: -severity.value)
    return joiner.join(
        count(severity.label, sum(each.severity is severity for each in found), language) for severity in order
    )


def _lines(repaired: Repaired, speech: Speech, *, is_written: bool) -> Iterator[str]:
    texts = _TEXTS[speech.plain]
    for finding in repaired.fixed:
        yield _line(finding, "fixed" if is_written else "fixable", speech)
    for undone in repaired.undone:
        yield _line(undone.finding, "undone", speech) + f"\n    {reason(undone, speech)}"
    if repaired.renamed:
        yield counted(texts["keys"], repaired.renamed)
    if repaired.fixed:
        findings, files = counted(texts["finding"], len(repaired.fixed)), counted(texts["file"], len(repaired.changed))
        yield texts["done" if is_written else "would"].format(findings=findings, files=files)
    elif not repaired.renamed:
        yield texts["nothing"]
    if repaired.waiting:
        yield counted(texts["waiting"], repaired.waiting)
    if not repaired.is_settled:
        yield texts["unsettled"]


def _line(finding: Finding, key: str, speech: Speech) -> str:
    language = speech.about(finding.language)
    start = finding.place.range.start
    where = f"{shown(finding.place.file)}:{start.line}:{start.column}"
    said = finding.fix.summary.read(language) if finding.fix else finding.message(language)
    return f"{_TEXTS[language][key]}: {where}: {shown(said)} [{finding.rule}]"


def reason(undone: Undone, speech: Speech) -> str:
    """Say why a fix wasn't made."""
    language = speech.about(undone.finding.language)
    return _because(undone.fault.reason, ", ".join(undone.fault.names), language)


def not_written(file: str, why: str, language: str) -> str:
    """Say that a file couldn't be written, and why."""
    return _because(why, file, language)


def _because(why: str, names: str, language: str) -> str:
    """Word a reason of our own, or one of the system's."""
    texts = _TEXTS[language]
    known = texts.get(f"reason-{why}", texts["reason-failed"])
    return shown(known.format(names=names, detail=saying.reason(why).read(language)))
