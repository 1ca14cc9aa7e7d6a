"""Labels with one value: what stands behind 直接上级, 定编人数, 年龄 becomes a statement of its field."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from jdlint import knowledge
from jdlint.bring.item import Item
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.part import Part
from jdlint.bring.running import superiors
from jdlint.bring.title import alone
from jdlint.bring.words import PERSONAL, REMARK, says_nobody, says_nothing
from jdlint.finding import Confidence
from jdlint.language.fold import fold, squeeze
from jdlint.language.linear import compiled
from jdlint.pattern import pattern

_NO_FIELD = frozenset((REMARK, "id", "kind", "review", "title"))
"""Labels whose values go to the notes with them; a code of the personnel department is no id of the format."""

_DAY = pattern(r"((?:19|20)\d\d)\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?日?")
_LONGEST_NAMES = 60
"""Characters of a sentence that tells more than names."""
_NAMES = pattern(r"[、,，;；]|(?<=[一-鿿])[和及與与/](?=[一-鿿])|\s(?:and|&|/)\s|\s{2,}")


def values(part: Part, title: str, leave: Callable[[Left], object]) -> Iterator[Item]:
    """Read the values under a label; what says nothing is left."""
    if not part.lines and part.head is not None:
        leave(Left(part.head.place, part.head.written, Reason.EMPTY))
    for line in part.lines:
        words = _written(part, line)
        if part.field == "title" and squeeze(line.text) == squeeze(title):
            leave(Left(line.place, words, Reason.HEADING))
        elif part.field not in ("manages", PERSONAL) and says_nothing(line.text):
            leave(Left(line.place, words, Reason.EMPTY))
        else:
            yield from _READERS.get(part.field, _plain)(part, line, words)


def _written(part: Part, line: Line) -> str:
    if part.head is None:
        return line.written
    return part.head.written


def _plain(part: Part, line: Line, words: str) -> Iterator[Item]:
    if part.field in _NO_FIELD or (part.field == "level" and _is_no_level(line.text)):
        yield Item("notes", _labelled(part, line), line.place, words, Confidence.MEDIUM)
    else:
        yield Item(part.field, line.text.strip(), line.place, words, part.sure)


def _is_no_level(text: str) -> bool:
    return bool(compiled(knowledge.load("import/requirements")["no-level"]).search(fold(text)))


def _personal(part: Part, line: Line, words: str) -> Iterator[Item]:
    yield Item("qualifications.other", _labelled(part, line), line.place, words, Confidence.MEDIUM)


def _superior(part: Part, line: Line, words: str) -> Iterator[Item]:
    for sentence in superiors(line.text.strip()):
        posts = split_names(sentence, _LISTED)
        are_posts = "(" not in fold(sentence) and all(map(alone, posts))
        for name in posts if are_posts else (sentence,):
            yield Item("reports_to", name, line.place, words, part.sure)


def _subordinates(part: Part, line: Line, words: str) -> Iterator[Item]:
    if says_nobody(line.text):
        yield Item("manages", "", line.place, words, part.sure)
    elif part.label and part.label.also and _is_work(part, line):
        yield Item(part.label.also[0], line.text, line.place, words, Confidence.MEDIUM)
    elif (len(line.text) > _LONGEST_NAMES and line.text[-1:] in "。.") or _is_work(part, line):
        yield Item("notes", _labelled(part, line), line.place, words, Confidence.MEDIUM)
    elif not says_nothing(line.text):
        for name in split_names(line.text, _NAMES):
            yield Item("manages", name, line.place, words, part.sure)


def _date(part: Part, line: Line, words: str) -> Iterator[Item]:
    day = iso_day(line.text)
    if day:
        yield Item(part.field, day, line.place, words, part.sure)
    else:
        yield Item("notes", _labelled(part, line), line.place, words, Confidence.MEDIUM)


_READERS = {
    PERSONAL: _personal,
    "reports_to": _superior,
    "manages": _subordinates,
    "review.effective": _date,
    "review.reviewed": _date,
}


def _labelled(part: Part, line: Line) -> str:
    """Give a value with its label as written."""
    words = part.label.words.strip(" :：") if part.label else ""
    mark = "：" if part.head is not None and "：" in part.head.written else ":"
    return f"{words}{mark}{line.text}" if words else line.text


_LISTED = pattern("[、，;；]")


def _is_work(part: Part, line: Line) -> bool:
    """Say whether what stands under a label of subordinates tells of work (Responsible for: the stores)."""
    words = fold(part.label.words).strip(" :") if part.label else ""
    tells = knowledge.load("import/requirements")["no-posts"].get(words)
    return bool(tells and compiled(tells).search(fold(line.text)))


def split_names(text: str, between: re.Pattern[str]) -> list[str]:
    """Split names, but not inside brackets."""
    masked = re.sub(r"[(（][^()（）]*[)）]", lambda found: "□" * len(found[0]), text)
    names, start = [], 0
    for found in between.finditer(masked):
        names.append(text[start : found.start()])
        start = found.end()
    return [name.strip().rstrip("。.") for name in (*names, text[start:]) if name.strip().rstrip("。.")]


def iso_day(text: str) -> str:
    """Write a day as the format does, 2014-03-05 for 2014年3月5日; '' where it is none."""
    found = _DAY.fullmatch(text.strip())
    if not found:
        return ""
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return ""
