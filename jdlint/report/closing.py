"""The closing lines of a run: the count, the profile that the tree meets, and what was not checked."""

from collections.abc import Iterator

from jdlint.finding import Profile, Severity
from jdlint.pipeline import Outcome
from jdlint.report.width import shown

_TEXTS = {
    "en": {
        "clean": "No findings in {roles} ({files}).",
        "found": "{errors}, {warnings}, {infos} in {roles} ({files}).",
        "clean-new": "No new findings in {roles} ({files}).",
        "found-new": "{errors}, {warnings}, {infos} new in {roles} ({files}).",
        "error": "{n} error|{n} errors",
        "warning": "{n} warning|{n} warnings",
        "info": "{n} info|{n} infos",
        "role": "{n} role|{n} roles",
        "file": "{n} file|{n} files",
        "meets": "The tree meets the profile {profile}.",
        "below": "The tree doesn't meet the profile {profile} yet.",
        "compared": "Compared with {base}.",
        "existing": "{n} finding was there before and isn't shown.|{n} findings were there before and aren't shown.",
        "accepted": "{n} accepted exception isn't shown.|{n} accepted exceptions aren't shown.",
        "hidden": "{n} finding of lower severity isn't shown.|{n} findings of lower severity aren't shown.",
        "unchecked": "Not checked:",
        "more": "and {n} more",
        "root": "Root: {root}",
    },
    "zh": {
        "clean": "{roles}（{files}）没有发现问题。",
        "found": "{roles}（{files}）：{errors}，{warnings}，{infos}。",
        "clean-new": "{roles}（{files}）没有新增问题。",
        "found-new": "{roles}（{files}）：新增 {errors}，{warnings}，{infos}。",
        "error": "{n} 个错误",
        "warning": "{n} 个警告",
        "info": "{n} 个提示",
        "role": "{n} 个岗位",
        "file": "{n} 个文件",
        "meets": "已达到 {profile} 档。",
        "below": "尚未达到 {profile} 档。",
        "compared": "对照：{base}。",
        "existing": "{n} 个原有的问题未显示。",
        "accepted": "{n} 个已豁免的问题未显示。",
        "hidden": "{n} 个低于所选级别的问题未显示。",
        "unchecked": "未检查：",
        "more": "另有 {n} 项",
        "root": "根目录：{root}",
    },
    "zh-Hant": {
        "clean": "{roles}（{files}）沒有發現問題。",
        "found": "{roles}（{files}）：{errors}，{warnings}，{infos}。",
        "clean-new": "{roles}（{files}）沒有新增問題。",
        "found-new": "{roles}（{files}）：新增 {errors}，{warnings}，{infos}。",
        "error": "{n} 個錯誤",
        "warning": "{n} 個警告",
        "info": "{n} 個提示",
        "role": "{n} 個崗位",
        "file": "{n} 個檔案",
        "meets": "已達到 {profile} 檔。",
        "below": "尚未達到 {profile} 檔。",
        "compared": "對照：{base}。",
        "existing": "{n} 個原有的問題未顯示。",
        "accepted": "{n} 個已豁免的問題未顯示。",
        "hidden": "{n} 個低於所選級別的問題未顯示。",
        "unchecked": "未檢查：",
        "more": "另有 {n} 項",
        "root": "根目錄：{root}",
    },
}
_MOST_LISTED = 10


def closing(outcome: Outcome, language: str) -> str:
    """Write the closing lines."""
    return "\n".join(_lines(outcome, language))


def profile_met(outcome: Outcome) -> Profile | None:
    """Give the highest profile of this run in which no error and no warning is left; None where there is none."""
    met = None
    for profile in Profile:
        if profile.value > outcome.profile.value or any(
            finding.profile.value <= profile.value and finding.severity is not Severity.INFO
            for finding in (*outcome.findings.shown, *outcome.findings.below_severity)
        ):
            break
        met = profile
    return met


def _lines(outcome: Outcome, language: str) -> Iterator[str]:
    texts = _TEXTS[language]
    told = [finding for finding in outcome.findings.shown if not finding.is_existing]
    counts = {severity: sum(finding.severity is severity for finding in told) for severity in Severity}
    key = "found" if told else "clean"
    yield texts[f"{key}-new" if outcome.base else key].format(
        errors=_count(texts["error"], counts[Severity.ERROR]),
        warnings=_count(texts["warning"], counts[Severity.WARNING]),
        infos=_count(texts["info"], counts[Severity.INFO]),
        roles=_count(texts["role"], outcome.roles),
        files=_count(texts["file"], len(outcome.files)),
    )
    if outcome.base:
        yield texts["compared"].format(base=shown(outcome.base))
    met = profile_met(outcome)
    yield (texts["meets"].format(profile=met.label) if met else texts["below"].format(profile=Profile.CORE.label))
    existing = [finding for finding in outcome.findings.shown if finding.is_existing]
    held_back = {"existing": existing, "accepted": outcome.findings.accepted, "hidden": outcome.findings.below_severity}
    for key, hidden in held_back.items():
        if hidden:
            yield _count(texts[key], len(hidden))
    yield from _not_checked(outcome, language)
    yield texts["root"].format(root=shown(outcome.root))


def _not_checked(outcome: Outcome, language: str) -> Iterator[str]:
    texts = _TEXTS[language]
    notes = [note.read(language) for note in outcome.unchecked]
    notes += [f"{skipped.file}: {skipped.reason.read(language)}" for skipped in outcome.skipped]
    if notes:
        yield texts["unchecked"]
    for note in notes[:_MOST_LISTED]:
        yield f"  - {shown(note)}"
    if len(notes) > _MOST_LISTED:
        yield f"  - {texts['more'].format(n=len(notes) - _MOST_LISTED)}"


def _count(text: str, number: int) -> str:
    """Put a number into a text, in the form for one or for many where the language has both."""
    forms = text.split("|")
    return (forms[0] if number == 1 else forms[-1]).format(n=number)
