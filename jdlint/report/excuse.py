"""Words on the exception that holds for a finding, where the finding is shown all the same."""

from jdlint.finding import Suppression, cut
from jdlint.report.width import shown, where
from jdlint.saying import tell


def excuse(made: Suppression, language: str) -> str:
    """Say which exception holds for a finding that is shown all the same."""
    return tell(
        language,
        "report",
        "excused",
        made.means.value,
        place=where(made.place) if made.place else "",
        by=tell(language, "report", "made", "by", name=shown(cut(made.by))) if made.by else "",
        until=tell(language, "report", "made", "until", day=shown(cut(made.until))) if made.until else "",
        reason=shown(cut(made.reason)),
    )
