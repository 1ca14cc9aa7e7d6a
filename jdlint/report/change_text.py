"""A change for people at a terminal."""

from jdlint.report.change_lines import lines, summary
from jdlint.report.width import shown
from jdlint.run.change import Change
from jdlint.saying import tell


def write(change: Change, language: str) -> str:
    """Tell it role by role, the count at the end."""
    told = []
    for line in lines(change.meaning, language):
        text = "".join(shown(piece.text) for piece in line.pieces)
        told.append(f"\n{text}" if line.is_heading else f"  {text}")
    compared = tell(language, "changes", "frame", "compared", base=shown(change.base))
    return "\n".join((*told, "", summary(change.meaning, language), compared)).lstrip("\n") + "\n"
