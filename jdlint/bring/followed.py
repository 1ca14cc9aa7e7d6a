"""Whether what stands behind a bare title is a role: labels, a list or a paragraph that leads to one."""

from collections.abc import Sequence

from jdlint.bring.block import Kind
from jdlint.bring.field import HEAD, LISTS
from jdlint.bring.line import Line
from jdlint.bring.start import LONGEST, NEAR, field_of
from jdlint.bring.title import alone, in_heading
from jdlint.bring.words import REMARK


def is_followed(index: int, lines: Sequence[Line], *, has_duties: bool) -> bool:
    """Say whether what follows a bare title is a role: labels come before other titles and sentences."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if lines[index].level or (following and begins_list(lines[index], following)):
        return True
    start = lines[index]
    if following and has_duties and _is_plain(lines, index) and field_of(following.label) not in _FIRST:
        return False
    behind = lines[index + 1 : index + 1 + NEAR]
    prose = [line for line in behind[:_PROSE] if line.text[-1:] in _ENDS and not (line.label or line.number)]
    is_apart = start.number or start.after_gap or not _is_plain(lines, index)
    if prose and (is_apart or (following and following.after_gap)):
        # a paragraph may stand between a title and the list or the label that it leads to
        behind = behind[len(prose) :] if behind[: len(prose)] == prose else behind
        if behind and begins_list(start, behind[0]):
            return True
    for line in behind:
        heading = in_heading(line.text or line.written)
        if heading and heading.is_generic and not (line.label and line.label.is_exact):
            continue
        if line.label:
            return line.label.is_exact and line.label.field.partition(".")[0] not in ("notes", REMARK)
        if line.number or line.columns or len(line.text) > LONGEST or alone(line.text) or heading:
            return False
    return False


_FIRST = HEAD | {"duties", "purpose"}
"""Fields with which a role begins that stands without a gap below the one before it."""
_PROSE = 2
"""Paragraphs that may stand between a title and its sections."""
_ENDS = ("。", ".", "!", "！", "；", ";", ":", "：")


def _is_plain(lines: Sequence[Line], index: int) -> bool:
    """Say whether a line without a number goes on a text, as the items of a list without numbers do."""
    line, before = lines[index], lines[index - 1] if index else None
    if before is None or line.number or line.after_gap or line.level or line.kind is not Kind.PARAGRAPH:
        return False
    if before.label:
        return before.label.field in LISTS and not before.text
    return not (before.number or before.cells or before.columns) and before.kind is Kind.PARAGRAPH


def begins_list(line: Line, following: Line) -> bool:
    """Say whether a list begins directly behind a bare title."""
    if following.number is None or following.label or not following.text or len(following.text) <= len("某某经理"):
        return False
    is_first = following.number.is_bullet or following.number.value == 1
    if line.number is None or line.number.style != following.number.style:
        return is_first
    return is_first and following.number.above == (*line.number.above, line.number.value)  # 3.1.1 behind 3.1


def is_title_with_colon(index: int, lines: Sequence[Line]) -> bool:
    """Say whether a line such as 项目经理： heads a list of its own."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    is_named = line.number is None and line.label is None and line.text.rstrip().endswith((":", "："))
    if not is_named or following is None:
        return False
    return begins_list(line, following) or (field_of(following.label) in _FIRST and not line.colon)


def awaits(index: int, lines: Sequence[Line]) -> bool:
    """Say whether the line before is a label whose value this line is."""
    before = lines[index - 1] if index else None
    if before is None or before.label is None or before.text:
        return False
    return before.label.field in HEAD or before.label.field.startswith(("career", "review", REMARK))
