"""Role boundaries: the lines of a document are divided among the roles that it defines."""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from jdlint.bring.block import Kind
from jdlint.bring.field import HEAD, LISTS
from jdlint.bring.label import PART, PERSONAL, REMARK, SERIAL, Label, says_nothing
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.number import Number
from jdlint.bring.title import Title, alone, in_heading, is_unit, names_several, similar
from jdlint.record import NamedTuple


class Source(IntEnum):
    """What names a role, the surest last."""

    BARE = 0
    """A line that is a title and nothing else."""
    HEADING = 1
    LABEL = 2
    GUESS = -1
    """The first line of a document that names no post, or the document's own name."""


class Start(NamedTuple):
    """Where a role may begin."""

    at: int
    """The index of its line."""
    title: Title
    source: Source
    rank: int
    """How deep its heading stands; 0 where nothing shows it."""
    begin: int = -1
    """Index of the first of the headings that lead to it; -1 where it stands alone."""
    leading: tuple[int, ...] = ()
    """Indexes of those headings."""


class Sheet(NamedTuple):
    """One role: its title and its lines."""

    title: Title
    line: Line
    """The line that names it."""
    lines: tuple[Line, ...]
    source: Source
    headings: tuple[Line, ...] = ()
    """Other lines that head it."""


class Divided(NamedTuple):
    """The roles of a document, and the lines outside them."""

    sheets: tuple[Sheet, ...]
    left: tuple[Left, ...]


_RANKS = {
    "piece": 1, "chapter": 1, "section": 2, "clause": 3, "chinese": 3, "roman": 3, "bracketed chinese": 4,
    "enclosed chinese": 4, "digit": 5, "compound": 6, "bracketed": 6, "digit bracket": 7, "circled": 7,
}  # fmt: skip
_SAYS_LITTLE = frozenset((PART, SERIAL, REMARK, "notes", "title", "id", "kind", "review"))
_NEAR = 6
"""Lines within which the duties follow the head of a role."""


def divide(lines: Sequence[Line], name: str = "") -> Divided:
    """Divide lines into roles; `name` is that of the document, which may be the title of its only role."""
    starts = _settled(list(_starts(lines)), lines) or _only(lines, name)
    sheets: list[Sheet] = []
    begins = [_begin(start, lines) for start in starts]
    left = [Left(line.place, line.written, Reason.OUTSIDE) for line in lines[: begins[0] if begins else len(lines)]]
    for at, (start, begin) in enumerate(zip(starts, begins, strict=True), 1):
        stop = begins[at] if at < len(begins) else len(lines)
        end = _end(start, stop, lines)
        left += [Left(line.place, line.written, Reason.OUTSIDE) for line in lines[end:stop]]
        left += [Left(lines[each].place, lines[each].written, Reason.HEADING) for each in start.leading]
        # the title may stand in the line behind its label
        behind = start.source is Source.LABEL and not lines[start.at].text
        taken = {start.at, *start.leading, *([start.at + 1] if behind else ())}
        own = [line for place, line in enumerate(lines[begin:end], begin) if place not in taken]
        line = lines[start.at] if start.at >= 0 else Line(name, lines[0].place)
        if behind:
            line = line._replace(written=f"{line.written} {lines[start.at + 1].written}")
        sheets += _alternatives(Sheet(start.title, line, tuple(own), start.source))
    return Divided(tuple(sheets), tuple(left))


def _end(start: Start, stop: int, lines: Sequence[Line]) -> int:
    """Give where a role ends: where a heading goes on the list of headings that its own heading stands below."""
    if start.at < 0:
        return stop
    outer: dict[str, Line] = {}
    for line in lines[max(0, start.at - _MOST_BEFORE) : start.at]:
        if line.number and not line.number.is_bullet:
            outer[line.number.style] = line
    own = start.rank or _RANKS["clause"]
    while stop < len(lines) and stop - 1 > start.at + 1 and _is_department(lines[stop - 1]):
        stop -= 1
    for at in range(start.at + 1, stop):
        line = lines[at]
        if line.number is None or line.label or not line.text or len(line.text) > _LONGEST_TITLE:
            continue
        before = outer.get(line.number.style)
        is_above = _RANKS.get(line.number.style, own) < own and before is not None and before.number is not None
        if is_above and line.number.follows(before.number) and line.text[-1] not in "。；;.,，:：":  # type: ignore[union-attr, arg-type]
            return at
    return stop


_MOST_BEFORE = 2_000


def _is_department(line: Line) -> bool:
    """Say whether a line only names the unit whose posts follow."""
    is_bare = not (line.number or line.label or line.cells) and 1 < len(line.text) <= _DEPARTMENT
    return is_bare and is_unit(line.text) and not alone(line.text)


_DEPARTMENT = 12
"""Characters of the name of a unit that stands alone on a line."""


def _starts(lines: Sequence[Line]) -> Iterator[Start]:
    """Give every line that may begin a role."""
    open_title: Title | None = None
    before: Line | None = None
    items: dict[str, Number] = {}
    has_duties = says = False
    for index, line in enumerate(lines):
        start = _start(index, lines, open_title, has_duties=has_duties) or _sibling(index, lines, before)
        if (
            start
            and start.source is Source.BARE
            and open_title
            and not (says or open_title.is_generic or open_title.is_unit or not open_title.is_post)
        ):
            start = None
        if start and start.source is Source.BARE and line.number and _goes_on(line.number, items, lines[index - 1]):
            start = None
        says = (says or _says(line)) and start is None
        if start:
            yield start
            open_title, before, has_duties = start.title, line, False
            items.clear()
        elif (line.label and line.label.field == "duties") or (line.number and open_title and not line.label):
            has_duties = True
        if start is None and line.number:
            items[line.number.style] = line.number


def _goes_on(number: Number, items: Mapping[str, Number], before: Line) -> bool:
    """Say whether a number goes on a list of items, of which at least two stand behind the title before."""
    last = items.get(number.style)
    if number.is_bullet:
        return last is not None and before.number == last
    return last is not None and (last.value > 1 or before.number == last) and number.follows(last)


def _start(index: int, lines: Sequence[Line], open_title: Title | None, *, has_duties: bool) -> Start | None:
    line = lines[index]
    rank = line.level or (_RANKS.get(line.number.style, 0) if line.number else 0)
    label = line.label
    if label and "title" in (label.field, *label.also) and label.is_exact and _is_value(index, lines):
        return _labelled(index, lines, rank)
    if label and label.is_exact:
        # Job description: buyer names a post and opens no list of duties
        named = in_heading(line.written) if line.text and label.field in ("duties", PART) else None
        return Start(index, named, Source.HEADING, rank) if named and named.is_post and named.is_sure else None
    words = line.written if line.number is None else line.written[len(line.number.written) :].strip()
    if not (label and line.text):
        found = in_heading(label.words if label else line.text) or in_heading(words)
        if found and _heads(found, line, open_title, has_duties=has_duties):
            return Start(index, found, Source.HEADING, rank)
    if (label and not _is_title_with_colon(index, lines)) or line.cells:
        return None
    bare = alone(line.text.rstrip(":： ") if _is_title_with_colon(index, lines) else line.text)
    if bare and not line.colon and not _awaits(index, lines) and _is_followed(index, lines, has_duties=has_duties):
        return Start(index, bare, Source.BARE, rank)
    return _unknown(index, lines, rank)


def _unknown(index: int, lines: Sequence[Line], rank: int) -> Start | None:
    """Take a numbered line for a title, though it ends as none that is known, where the head of a role follows it."""
    line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else None
    if line.number is None or line.label or following is None or not 1 < len(line.text) <= _DEPARTMENT:
        return None
    is_head = following.label is not None and following.label.is_exact and following.label.field in _HEADS
    if not is_head or is_unit(line.text) or in_heading(line.text) or line.text[-1] in "。；;.!！?？:：,，":
        return None
    return Start(index, Title(line.text, is_post=False, is_sure=False), Source.BARE, rank)


_HEADS = HEAD - {"title", "id", "kind"}
"""Fields that stand directly below a title."""


def _sibling(index: int, lines: Sequence[Line], before: Line | None) -> Start | None:
    """Take a heading beside one that names a post for one, too, though its last word is no title's."""
    line = lines[index]
    if before is None or line.label or line.cells or not 0 < len(line.text) <= _LONGEST_TITLE:
        return None
    numbered = line.number and before.number and before.label is None and line.number.follows(before.number)
    level = bool(line.level) and line.level == before.level
    is_heading = bool(numbered and not line.number.is_bullet) if line.number else level
    if not is_heading or line.text[-1:] in "。；;.!！?？:：,，" or not _is_followed(index, lines, has_duties=False):
        return None
    rank = line.level or (_RANKS.get(line.number.style, 0) if line.number else 0)
    return Start(index, Title(line.text, is_post=False, is_sure=False), Source.BARE, rank)


def _is_title_with_colon(index: int, lines: Sequence[Line]) -> bool:
    """Say whether a line such as 项目经理： heads a list of its own."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    is_named = line.number is None and line.label is None and line.text.rstrip().endswith((":", "："))
    if not is_named or following is None:
        return False
    return _begins_list(line, following) or (_field(following.label) in _FIRST and not line.colon)


def _is_value(index: int, lines: Sequence[Line]) -> bool:
    """Say whether a label of titles has a title, in its line or in the next."""
    text = lines[index].text
    if text:
        return not says_nothing(text) and len(text) <= _LONGEST
    following = lines[index + 1 : index + 2]
    return (
        bool(following)
        and not following[0].label
        and 0 < len(following[0].text) <= _LONGEST
        and not following[0].number
    )


_LONGEST = 70


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
    return found.is_sure and (found.is_post or found.is_unit or line.level > 0 or open_title is None)


def _opens_section(found: Title, line: Line, open_title: Title | None) -> bool:
    """Say whether a heading with a title opens the duties of the post that has none yet (出纳的具体职责如下：)."""
    if open_title is None or found.ordinal or found.is_generic:
        return open_title is not None and found.opens_list
    same = found.key == open_title.key
    ends = line.written.rstrip().endswith((":", "："))
    by_words = not found.is_sure and found.is_post and (same or ends)
    by_label = line.colon and line.label is not None and similar(found.name, open_title.name)
    return found.opens_list or by_words or by_label


def _is_followed(index: int, lines: Sequence[Line], *, has_duties: bool) -> bool:
    """Say whether what follows a bare title is a role: labels come before other titles and sentences."""
    following = lines[index + 1] if index + 1 < len(lines) else None
    if lines[index].level or (following and _begins_list(lines[index], following)):
        return True
    start = lines[index]
    if following and has_duties and _is_plain(lines, index) and _field(following.label) not in _FIRST:
        return False
    behind = lines[index + 1 : index + 1 + _NEAR]
    prose = [line for line in behind[:_PROSE] if line.text[-1:] in _ENDS and not (line.label or line.number)]
    if prose and (start.number or start.after_gap or (following and following.after_gap)):
        # a paragraph may stand between a title and the list or the label that it leads to
        behind = behind[len(prose) :] if behind[: len(prose)] == prose else behind
        if behind and _begins_list(start, behind[0]):
            return True
    for line in behind:
        heading = in_heading(line.text or line.written)
        if heading and heading.is_generic and not (line.label and line.label.is_exact):
            continue
        if line.label:
            return line.label.is_exact and line.label.field.partition(".")[0] not in ("notes", REMARK)
        if line.number or line.columns or len(line.text) > _LONGEST or alone(line.text) or heading:
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


def _begins_list(line: Line, following: Line) -> bool:
    """Say whether a list begins directly behind a bare title."""
    if following.number is None or following.label or not following.text or len(following.text) <= len("某某经理"):
        return False
    is_first = following.number.is_bullet or following.number.value == 1
    return is_first and (line.number is None or line.number.style != following.number.style)


def _awaits(index: int, lines: Sequence[Line]) -> bool:
    """Say whether the line before is a label whose value this line is."""
    before = lines[index - 1] if index else None
    if before is None or before.label is None or before.text:
        return False
    return before.label.field in HEAD or before.label.field.startswith(("career", "review", "deputy", REMARK))


def _settled(starts: list[Start], lines: Sequence[Line]) -> list[Start]:
    """Leave out the starts that only lead to the next one: groups, repeated headings, the document's own title."""
    document = lines[starts[0].at].written if starts else ""
    kept: list[Start] = []
    led: list[int] = []
    for place, start in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else None
        stop = following.at if following else len(lines)
        is_empty = not any(_says(line) for line in lines[start.at + 1 : stop] if not _is_title_value(line, start))
        repeats = place > 0 and is_empty and lines[start.at].written == document and start.source is Source.HEADING
        if repeats or _leads(start, following, kept, is_empty=is_empty):
            led = [*led, start.at] if is_empty else []
            if not is_empty and following is None and kept:
                kept[-1] = kept[-1]._replace(leading=(*kept[-1].leading, start.at))
            continue
        if led:
            title = _without_unit(start.title, starts[place - 1].title) if start.source is Source.LABEL else start.title
            start = start._replace(title=title, begin=led[0], leading=tuple(led))  # noqa: PLW2901 - the start with what leads to it
        kept.append(start)
        led = []
    if led and kept:
        kept[-1] = kept[-1]._replace(leading=(*kept[-1].leading, *led))
    return _merged(kept, lines)


def _only(lines: Sequence[Line], name: str) -> list[Start]:
    """Take a document that names no post for one role, where it has sections or lists."""
    if not any((line.label and line.label.field in LISTS) or line.number for line in lines):
        return []
    for at, line in enumerate(lines[:_NEAR]):
        if alone(line.text) and not line.label and not line.cells:
            return [Start(at, Title(line.text, is_post=True, is_sure=False), Source.GUESS, 0)]
    for at, line in enumerate(lines[:_NEAR]):
        heading = in_heading(line.text)
        if line.label or line.number or line.columns or line.cells or (heading and heading.is_generic):
            continue
        if len(line.text) <= _LONGEST_TITLE and line.text[-1:] not in "。；;.!！?？:：,，":
            return [Start(at, Title(line.text, is_post=False, is_sure=False), Source.GUESS, 0)]
        break
    named = in_heading(name) or Title(name, is_post=False, is_sure=False)
    return [Start(-1, named, Source.GUESS, 0, begin=0)] if named.name else []


_LONGEST_TITLE = 40


def _is_title_value(line: Line, start: Start) -> bool:
    return line.text == start.title.name and not line.label


def _leads(start: Start, following: Start | None, before: list[Start], *, is_empty: bool) -> bool:
    """Say whether a start is no role of its own."""
    title = start.title
    if title.is_generic:
        return True
    if following is not None and _collects(start, following):
        return True
    if start.source is Source.BARE and before and is_empty:
        return True
    return is_empty and (_leads_to(start, following, before) if following else _closes(start, before))


def _closes(start: Start, before: list[Start]) -> bool:
    """Say whether a last heading with nothing behind it only names again what stands before it."""
    return bool(before) and (similar(start.title.name, before[-1].title.name) or start.title.is_unit)


def _leads_to(start: Start, following: Start, before: list[Start]) -> bool:
    """Say whether a heading with nothing behind it leads to the next one."""
    title = start.title
    again = bool(before) and before[-1].title.key == title.key
    if start.source is not Source.LABEL and (again or following.source is Source.LABEL):
        return True
    is_higher = following.rank > start.rank if following.rank else bool(start.rank)
    several = names_several(title.name) and following.source is not Source.BARE and not title.is_post
    return title.is_unit or similar(title.name, following.title.name) or is_higher or several


def _collects(start: Start, following: Start) -> bool:
    """Say whether a heading is that of the collection whose first definition follows."""
    same = start.title.key == following.title.key
    return same and not start.title.ordinal and bool(following.title.ordinal)


def _says(line: Line) -> bool:
    """Say whether a line says something about a role."""
    if line.columns:
        return False
    if line.label is None:
        return bool(line.text)
    if line.label.field.partition(".")[0] in _SAYS_LITTLE:
        return False
    return bool(line.text) or line.label.field in LISTS


def _merged(starts: list[Start], lines: Sequence[Line]) -> list[Start]:
    """Join a label of titles to the heading before it, and drop what names the open role again."""
    merged: list[Start] = []
    for start in starts:
        if merged:
            last = merged[-1]
            between = lines[last.at + 1 : start.at]
            same = similar(last.title.name, start.title.name)
            if start.source is Source.LABEL and last.source is not Source.LABEL and not _has_lists(between):
                merged[-1] = _behind(last, start._replace(title=_without_unit(start.title, last.title)))
                continue
            if same and start.source is Source.LABEL and last.source is Source.LABEL and not _has_lists(between):
                continue
            more = start.source is Source.HEADING and same and len(start.title.name) > len(last.title.name)
            if more and not _has_lists(between):
                merged[-1] = _behind(last, start)
                continue
        merged.append(start)
    return merged


def _without_unit(title: Title, heading: Title) -> Title:
    """Give the title as the heading has it, where a form only puts the unit before it (零售部店长 below 店长)."""
    unit = title.name.removesuffix(heading.name)
    return title._replace(name=heading.name) if heading.name and unit != title.name and is_unit(unit) else title


def _has_lists(lines: Sequence[Line]) -> bool:
    return any((line.label and line.label.field in LISTS) or (line.number and not line.label) for line in lines)


def _behind(last: Start, start: Start) -> Start:
    """Let a start take over what a heading before it begins."""
    begin = last.begin if last.begin >= 0 else last.at
    return start._replace(begin=begin, leading=(*last.leading, last.at))


def _begin(start: Start, lines: Sequence[Line]) -> int:
    """Give where the lines of a role begin: what stands at its head may come before its title."""
    if start.begin >= 0:
        return start.begin
    begin = start.at
    while start.source is Source.LABEL and begin and _is_head(lines[begin - 1]) and not lines[begin].after_gap:
        begin -= 1
    return begin


def _is_head(line: Line) -> bool:
    return line.label is not None and line.label.field in HEAD and line.label.field != "title" and bool(line.text)


def _alternatives(sheet: Sheet) -> Iterator[Sheet]:
    """Divide a sheet whose head and duties come twice."""
    begin, has_duties = 0, False
    for at, line in enumerate(sheet.lines):
        field = _field(line.label)
        if has_duties and field in ("reports_to", "unit") and line.text and _duties_follow(sheet.lines[at + 1 :]):
            yield sheet._replace(lines=sheet.lines[begin:at])
            begin, has_duties = at, False
        elif field == "duties" or (line.number and not line.label and len(line.text) > _NEAR):
            has_duties = True
    yield sheet._replace(lines=sheet.lines[begin:])


def _field(label: Label | None) -> str:
    return label.field if label else ""


def _duties_follow(lines: Sequence[Line]) -> bool:
    for line in lines[:_NEAR]:
        field = _field(line.label)
        if field == "duties":
            return line.label is not None and line.label.is_exact
        if line.number or field in LISTS or field in (PERSONAL, "relations") or field.startswith("relations."):
            return False
    return False
