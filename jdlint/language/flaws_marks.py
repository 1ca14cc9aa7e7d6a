"""Slips in marks: brackets and quotes without their other half, marks inside words, marks typed twice."""

from collections.abc import Iterator

from jdlint.language.flaw import CHINESE, Flaw
from jdlint.pattern import pattern

_PAIRS = dict(zip(")]}】〉》」』”〕", "([{【〈《「『“〔", strict=True))
_OPENING = frozenset(_PAIRS.values())
_HALF = str.maketrans("（）［］｛｝", "()[]{}")
_ANY_PAIRED = pattern(r'[()\[\]{}【】〈〉《》「」『』“”〔〕（）［］｛｝"]')
_NO_PAIR = pattern(
    r"(?:^|(?<=[\s;；,，。、:：/.]))(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4}|[一二三四五六七八九十]{1,3})\)"
    r"|[\[(][-+\d.%∞ ]+[,，][-+\d.%∞ ]*[\])]"
)
"""List numbers such as 1) or a), and intervals such as [80,90), whose brackets need not match."""


def unpaired(text: str) -> Iterator[Flaw]:
    """Find the first bracket or quote that lacks its other half; where it stands twice in a row, one is too many."""
    if not _ANY_PAIRED.search(text):
        return
    plain = _NO_PAIR.sub(lambda found: " " * len(found[0]), text.translate(_HALF))
    place = _first_unpaired(plain)
    if place is None and plain.count('"') % 2:
        place = plain.rindex('"')
        if plain[place - 1 : place].isdigit():  # inches
            return
    if place is not None:
        doubled = plain[place] != '"' and plain[place] in (plain[place - 1 : place], plain[place + 1 : place + 2])
        reason = "unopened" if plain[place] in _PAIRS else "unclosed"
        yield Flaw(place, place + 1, reason, "" if doubled else None)


def _first_unpaired(text: str) -> int | None:
    waiting: list[int] = []
    for place, character in enumerate(text):
        if character in _OPENING:
            waiting.append(place)
        elif character in _PAIRS:
            if not waiting or text[waiting[-1]] != _PAIRS[character]:
                return waiting[-1] if any(text[each] == _PAIRS[character] for each in waiting) else place
            waiting.pop()
    return waiting[0] if waiting else None


_QUOTE = pattern(rf"(?:^|(?<=[{CHINESE},，、;；:：。]))['`´](?=[{CHINESE}])")
_DOT = pattern(rf"(?<=[的之和与與及在])[.．](?=[{CHINESE}])")
_TWICE = pattern(r"([，；：、])\1+|(?<!。)。。(?!。)|(?<![,;:])([,;:])\2(?![A-Za-z0-9_,;:])")
_TOGETHER = pattern(r"[,，、;；:：]+[ ]?。|[,，;；]、|、[,，;；]|。[,，、;；]")


def stray(text: str) -> Iterator[Flaw]:
    """Find a lone quote or a dot inside Chinese words, a mark typed twice, and two marks of which one is enough."""
    quotes = [found for found in _QUOTE.finditer(text) if text.count(found[0]) == 1]
    for found in (*quotes, *_DOT.finditer(text)):
        yield Flaw(found.start(), found.end(), "inside", "")
    for found in _TWICE.finditer(text):
        yield Flaw(found.start(), found.end(), "twice", found[0][0])
    for found in _TOGETHER.finditer(text):
        marks = found[0].replace(" ", "")
        yield Flaw(found.start(), found.end(), "together", "。" if "。" in marks else marks.replace("、", "")[0])


HALF_WIDTH = pattern(rf"(?<=[{CHINESE}])[,;!?]|(?<=[{CHINESE}]):(?=[{CHINESE}])|(?<=[{CHINESE}])\(")
"""Half-width marks where Chinese text asks for full-width ones."""
_FULL = dict(zip(",;!?:()", "，；！？：（）", strict=True))


def half_width(text: str) -> Iterator[Flaw]:
    """Find the half-width marks of Chinese text, each bracket with its other half."""
    places = {found.start() for found in HALF_WIDTH.finditer(text)}
    waiting: list[int] = []
    for place, character in enumerate(text if places else ""):
        if character in "(（":
            waiting.append(place)
        elif character in ")）" and waiting and waiting.pop() in places and character == ")":
            places.add(place)
    for place in sorted(places):
        yield Flaw(place, place + 1, "", _FULL[text[place]])
