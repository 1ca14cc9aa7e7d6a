"""A change as Markdown, for a comment on a pull request."""

from jdlint.report.change_lines import Line, lines, summary
from jdlint.report.markup import code, plain
from jdlint.run.change import Change
from jdlint.saying import tell

_MOST = 60_000
"""The characters of a comment that lines may take; GitHub takes 65,536 in all."""


def write(change: Change, language: str) -> str:
    """Tell it role by role below the count; what doesn't fit is counted."""
    title = tell(language, "changes", "frame", "title")
    compared = tell(language, "changes", "frame", "compared", base=change.base)
    head = (
        f"<!-- jdlint diff -->\n### {plain(title)}\n\n{plain(summary(change.meaning, language))}\n\n{plain(compared)}\n"
    )
    told, left, left_out = [head], _MOST, 0
    for line in lines(change.meaning, language):
        text = _line(line)
        left -= len(text.encode("utf-16-le", "surrogatepass")) // 2
        if left >= 0:
            told.append(text)
        else:
            left_out += 1
    if left_out:
        told.append(f"\n{tell(language, 'changes', 'frame', 'more', n=left_out)}\n")
    return "".join(told)


def _line(line: Line) -> str:
    text = "".join(code(piece.text) if piece.is_quoted else plain(piece.text) for piece in line.pieces)
    return f"\n#### {text}\n\n" if line.is_heading else f"- {text}\n"
