"""Words on the exception that holds for a finding, where the finding is shown all the same."""

from jdlint.finding import Means, Suppression, cut
from jdlint.report.width import shown, where

_EXCUSED = {
    "en": {Means.IGNORED: "ignored at {place}: {reason}", Means.ACCEPTED: "accepted at {place}{by}{until}: {reason}"},
    "zh": {Means.IGNORED: "已在 {place} 忽略：{reason}", Means.ACCEPTED: "已在 {place} 豁免{by}{until}：{reason}"},
    "zh-Hant": {Means.IGNORED: "已在 {place} 忽略：{reason}", Means.ACCEPTED: "已在 {place} 豁免{by}{until}：{reason}"},
}
_BY = {"en": " by {}", "zh": "，批准人 {}", "zh-Hant": "，核准人 {}"}
_UNTIL = {"en": " until {}", "zh": "，截至 {}", "zh-Hant": "，截至 {}"}


def excuse(made: Suppression, language: str) -> str:
    """Say which exception holds for a finding that is shown all the same."""
    return _EXCUSED[language][made.means].format(
        place=where(made.place) if made.place else "",
        by=_BY[language].format(shown(cut(made.by))) if made.by else "",
        until=_UNTIL[language].format(shown(cut(made.until))) if made.until else "",
        reason=shown(cut(made.reason)),
    )
