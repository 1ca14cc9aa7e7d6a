"""Starts that are no roles of their own are left out: groups, repeated headings, the document's own title."""

from collections.abc import Sequence

from jdlint.bring.field import LISTS
from jdlint.bring.line import Line
from jdlint.bring.start import LONGEST_TITLE, NEAR, Source, Start, says
from jdlint.bring.title import Title, alone, in_heading, is_unit, names_several, similar


def settled(starts: list[Start], lines: Sequence[Line]) -> list[Start]:
    """Leave out the starts that only lead to the next one: groups, repeated headings, the document's own title."""
    document = lines[starts[0].at].written if starts else ""
    kept: list[Start] = []
    led: list[int] = []
    for place, start in enumerate(starts):
        following = starts[place + 1] if place + 1 < len(starts) else None
        stop = following.at if following else len(lines)
        is_empty = not any(says(line) for line in lines[start.at + 1 : stop] if not _is_title_value(line, start))
        repeats = place > 0 and is_empty and lines[start.at].written == document and start.source is Source.HEADING
        is_document = place == 0 and _heads_document(start, following, lines)
        if repeats or is_document or _leads(start, following, kept, is_empty=is_empty):
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


def only_role(lines: Sequence[Line], name: str) -> list[Start]:
    """Take a document that names no post for one role, where it has sections or lists."""
    if not any((line.label and line.label.field in LISTS) or line.number for line in lines):
        return []
    for at, line in enumerate(lines[:NEAR]):
        if alone(line.text) and not line.label and not line.cells:
            return [Start(at, Title(line.text, is_post=True, is_sure=False), Source.GUESS, 0)]
    for at, line in enumerate(lines[:NEAR]):
        heading = in_heading(line.text)
        if line.label or line.number or line.columns or line.cells or (heading and heading.is_generic):
            continue
        if len(line.text) <= LONGEST_TITLE and line.text[-1:] not in "。；;.!！?？:：,，":
            return [Start(at, Title(line.text, is_post=False, is_sure=False), Source.GUESS, 0)]
        break
    named = in_heading(name) or Title(name, is_post=False, is_sure=False)
    return [Start(-1, named, Source.GUESS, 0, begin=0)] if named.name else []


def _is_title_value(line: Line, start: Start) -> bool:
    return line.text == start.title.name and not line.label


def _heads_document(start: Start, following: Start | None, lines: Sequence[Line]) -> bool:
    """Say whether a first heading names no post, and a heading of duties stands before the first post."""
    if start.source is not Source.HEADING or start.title.is_post or following is None or not following.title.is_post:
        return False
    last = lines[following.at - 1].label
    return last is not None and last.field == "duties" and not lines[following.at - 1].text


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
