"""The closing lines of a run: the count, the profile that the tree meets, and what was not checked."""

from collections.abc import Iterator

from jdlint.finding import Profile
from jdlint.pipeline import Outcome
from jdlint.report.width import shown
from jdlint.wording import form_for

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
        "left-alone": (
            "{n} organisation that the change doesn't touch wasn't looked at."
            "|{n} organisations that the change doesn't touch weren't looked at."
        ),
        "finding": "{n} finding|{n} findings",
        "ignored": "{n} finding ignored by a comment isn't shown.|{n} findings ignored by comments aren't shown.",
        "accepted": "{n} accepted exception isn't shown.|{n} accepted exceptions aren't shown.",
        "baselined": "{n} finding of the baseline isn't shown.|{n} findings of the baseline aren't shown.",
        "hidden": "{n} finding of lower severity isn't shown.|{n} findings of lower severity aren't shown.",
        "excluded": "{n} finding left out by settings isn't shown.|{n} findings left out by settings aren't shown.",
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
        "left-alone": "改动未涉及的 {n} 个组织未检查。",
        "finding": "{n} 个问题",
        "ignored": "{n} 个问题已由注释豁免，未显示。",
        "accepted": "{n} 个已豁免的问题未显示。",
        "baselined": "{n} 个问题已记入基线，未显示。",
        "hidden": "{n} 个低于所选级别的问题未显示。",
        "excluded": "{n} 个问题按设置排除，未显示。",
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
        "left-alone": "改動未涉及的 {n} 個組織未檢查。",
        "finding": "{n} 個問題",
        "ignored": "{n} 個問題已由註解豁免，未顯示。",
        "accepted": "{n} 個已豁免的問題未顯示。",
        "baselined": "{n} 個問題已記入基準，未顯示。",
        "hidden": "{n} 個低於所選級別的問題未顯示。",
        "excluded": "{n} 個問題依設定排除，未顯示。",
        "unchecked": "未檢查：",
        "more": "另有 {n} 項",
        "root": "根目錄：{root}",
    },
}
_MOST_LISTED = 10


def closing(outcome: Outcome, language: str) -> str:
    """Write the closing lines."""
    root = _TEXTS[language]["root"].format(root=shown(outcome.root))
    return "\n".join((verdict(outcome, language), *notes(outcome, language), root))


def verdict(outcome: Outcome, language: str) -> str:
    """Say in one line what was found."""
    texts = _TEXTS[language]
    tally = outcome.sum.tally
    counts = {"error": tally.errors, "warning": tally.warnings, "info": tally.infos}
    key = "found" if any(counts.values()) else "clean"
    return texts[f"{key}-new" if outcome.base else key].format(
        roles=count("role", outcome.roles, language),
        files=count("file", len(outcome.files), language),
        **{f"{label}s": count(label, number, language) for label, number in counts.items()},
    )


def notes(outcome: Outcome, language: str) -> Iterator[str]:
    """Say what the findings were compared with, which profile is met, what was held back and what not checked."""
    texts = _TEXTS[language]
    if outcome.base:
        yield texts["compared"].format(base=shown(outcome.base))
    if outcome.left_alone:
        yield count("left-alone", outcome.left_alone, language)
    elif not outcome.is_choice:  # of a tree that wasn't looked at as a whole nobody can say what it meets
        met = profile_met(outcome)
        if not met:
            yield texts["below"].format(profile=Profile.CORE.label)
        elif outcome.roles:  # where nobody has written a role, none meets anything
            yield texts["meets"].format(profile=met.label)
    existing = outcome.sum.tally.existing
    if existing:
        yield count("existing", existing, language)
    yield from held_back(outcome, language)
    yield from _not_checked(outcome, language)


def held_back(outcome: Outcome, language: str) -> Iterator[str]:
    """Count the findings that no report shows, one sentence a reason."""
    tally = outcome.sum.tally
    groups = {
        "ignored": tally.ignored,
        "accepted": tally.accepted,
        "baselined": tally.baselined,
        "hidden": tally.below_severity,
        "excluded": tally.excluded,
    }
    for key, hidden in groups.items():
        if hidden or (key == "baselined" and outcome.baseline):
            yield count(key, hidden, language)


def unchecked(outcome: Outcome, language: str) -> list[str]:
    """Say what wasn't checked, and why."""
    missed = [note.read(language) for note in outcome.unchecked]
    return missed + [f"{skipped.file}: {skipped.reason.read(language)}" for skipped in outcome.skipped]


def count(key: str, number: int, language: str) -> str:
    """Count something, such as `error` or `role`, in the form for one or for many where the language has both."""
    return form_for(_TEXTS[language][key], number).format(n=number)


def profile_met(outcome: Outcome) -> Profile | None:
    """Give the highest profile of this run in which no error and no warning is left; None where there is none."""
    met = min(outcome.profile.value, outcome.sum.unmet - 1)
    return Profile(met) if met else None


def _not_checked(outcome: Outcome, language: str) -> Iterator[str]:
    texts = _TEXTS[language]
    missed = unchecked(outcome, language)
    if missed:
        yield texts["unchecked"]
    for note in missed[:_MOST_LISTED]:
        yield f"  - {shown(note)}"
    if len(missed) > _MOST_LISTED:
        yield f"  - {texts['more'].format(n=len(missed) - _MOST_LISTED)}"
