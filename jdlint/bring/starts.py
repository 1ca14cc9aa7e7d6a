"""Every line that may begin a role: labels of titles, headings that name a post, and bare titles."""

from collections.abc import Iterator, Mapping, Sequence

from jdlint.bring.field import HEAD
from jdlint.bring.followed import awaits, is_followed, is_title_with_colon
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.bring.requirement import unlabelled
from jdlint.bring.start import LONGEST, LONGEST_TITLE, LONGEST_UNIT, Source, Start, rank_of, says
from jdlint.bring.title import Title, alone, in_heading, is_unit, similar
from jdlint.bring.words import PART, says_nothing


def starts_of(lines: Sequence[Line]) -> Iterator[Start]:
    """Give every line that may begin a role."""
    open_title: Title | None = None
    before: Line | None = None
    items: dict[str, Number] = {}
    has_duties = has_said = False
    for index, line in enumerate(lines):
        start = _start(index, lines, open_title, has_duties=has_duties) or _sibling(index, lines, before)
        if start and start.source is Source.BARE:
            is_first = has_said or open_title is None or not open_title.is_post or open_title.is_unit
            is_item = line.number is not None and _goes_on(line.number, items, lines[index - 1])
            start = start if is_first and not is_item else None
        has_said = (has_said or says(line)) and start is None
        if start:
            yield start
            open_title, before, has_duties = start.title, line, False
            items.clear()
            continue
        if (line.label and line.label.field == "duties") or (line.number and open_title and not line.label):
            has_duties = True
        if line.number:
            items[line.number.style] = line.number


def _goes_on(number: Number, items: Mapping[str, Number], before: Line) -> bool:
    """Say whether a number goes on a list of items, of which at least two stand behind the title before."""
    last = items.get(number.style)
    if number.is_bullet:
        return last is not None and before.number == last
    return last is not None and (last.value > 1 or before.number == last) and number.follows(last)


def _start(index: int, lines: Sequence[Line], open_title: Title | None, *, has_duties: bool) -> Start | None:
    line = lines[index]
    rank = rank_of(line)
    label = line.label
    if label and "title" in (label.field, *label.also) and label.is_exact and _is_value(index, lines):
        return _labelled(index, lines, rank)
    if label and label.is_exact:
        # Job description: buyer names a post and opens no list of duties
        named = in_heading(line.written) if line.text and label.field in ("duties", PART) else None
        return Start(index, named, Source.HEADING, rank) if named and named.is_post and named.is_sure else None
    if not (label and line.text):
        found = in_heading(label.words if label else line.text) or in_heading(line.unnumbered)
        if found and _heads(found, line, open_title, has_duties=has_duties):
            return Start(index, found, Source.HEADING, rank)
    if label or line.cells:
        return None
    bare = alone(line.text.rstrip(":： ") if is_title_with_colon(index, lines) else line.text)
    if bare and not line.colon and not awaits(index, lines) and is_followed(index, lines, has_duties=has_duties):
        return Start(index, bare, Source.BARE, rank)
    return _unknown(index, lines, rank)


def _unknown(index: int, lines: Sequence[Line], rank: int) -> Start | None:
    """Take a line for a title, though it ends as none that is known, where a role follows directly."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if line.label or line.cells or following is None or not 1 < len(line.text) <= LONGEST_UNIT or awaits(index, lines):
        return None
    before = lines[index - 1] if index else None
    is_apart = before is None or line.after_gap or before.number is not None or before.text.endswith(("。", "；", "."))
    if line.number is None and not (is_apart and _is_posting(lines[index + 1 : index + 3])):
        return None
    is_head = following.label is not None and following.label.is_exact and following.label.field in _HEADS
    if (line.number and not is_head) or line.text[-1] in "。；;.!！?？:：,，":
        return None
    if is_unit(line.text) or in_heading(line.text):
        return None
    return Start(index, Title(line.text, is_post=False, is_sure=False), Source.BARE, rank)


_HEADS = HEAD - {"title", "id", "kind"}
"""Fields that stand directly below a title."""


def _is_posting(lines: Sequence[Line]) -> bool:
    """Say whether lines begin a role: whom it answers to, or its duties behind a line of pay and place."""
    for at, line in enumerate(lines):
        if line.label:
            fields = ("duties", "reports_to") if at else ("reports_to",)
            return line.label.is_exact and line.label.field in fields and not line.label.is_weak
        if not unlabelled(line.cells[0] if line.cells else line.text):
            return False
    return False


def _sibling(index: int, lines: Sequence[Line], before: Line | None) -> Start | None:
    """Take a heading beside one that names a post for one, too, though its last word is no title's."""
    line = lines[index]
    if before is None or line.label or line.cells or not 0 < len(line.text) <= LONGEST_TITLE:
        return None
    numbered = line.number and before.number and before.label is None and line.number.follows(before.number)
    level = bool(line.level) and line.level == before.level
    is_heading = bool(numbered and not line.number.is_bullet) if line.number else level
    if not is_heading or line.text[-1:] in "。；;.!！?？:：,，" or not is_followed(index, lines, has_duties=False):
        return None
    rank = rank_of(line)
    return Start(index, Title(line.text, is_post=False, is_sure=False), Source.BARE, rank)


def _is_value(index: int, lines: Sequence[Line]) -> bool:
    """Say whether a label of titles has a title, in its line or in the next."""
    text = lines[index].text
    if text:
        return not says_nothing(text) and len(text) <= LONGEST
    following = lines[index + 1 : index + 2]
    return (
        bool(following) and not following[0].label and 0 < len(following[0].text) <= LONGEST and not following[0].number
    )


def _labelled(index: int, lines: Sequence[Line], rank: int) -> Start:
    name = lines[index].text or lines[index + 1].text
    return Start(index, Title(name, bool(alone(name)), is_sure=True), Source.LABEL, rank)


def _heads(found: Title, line: Line, open_title: Title | None, *, has_duties: bool) -> bool:
    """Say whether a heading that names a post begins a role, and doesn't open a section of the one before."""
    if _opens_section(found, line, None if has_duties else open_title):
        return False
    if found.is_generic:
        return found.is_sure and not line.label
    if found.ordinal or (found.is_post and not found.is_sure):
        return True
    is_alike = open_title is not None and has_duties and bool(found.suffix) and found.suffix == open_title.suffix
    return found.is_sure and (found.is_post or found.is_unit or line.level > 0 or open_title is None or is_alike)


def _opens_section(found: Title, line: Line, open_title: Title | None) -> bool:
    """Say whether a heading with a title opens the duties of the post that has none yet (出纳的具体职责如下：)."""
    if open_title is None or found.ordinal or found.is_generic:
        return open_title is not None and found.opens_list
    same = found.key == open_title.key
    ends = line.written.rstrip().endswith((":", "："))
    by_words = not found.is_sure and found.is_post and (same or ends)
    by_label = line.colon and line.label is not None and similar(found.name, open_title.name)
    return found.opens_list or by_words or by_label
