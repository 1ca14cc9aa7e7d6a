"""Labels: the words under which documents put the fields of a role, in headings, cells and before colons."""

import re
from functools import cache, lru_cache

from jdlint.bring.words import GROUP, SENTENCE, STATEMENT, label_words, normal
from jdlint.language.fold import fold
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

MOST_CHINESE, MOST_ENGLISH = 24, 110
"""The longest texts that can be a label."""


class Label(NamedTuple):
    """A label that was recognised."""

    fields: tuple[str, ...]
    """The fields it may open, the likeliest first: one, but for compounds such as 权限与考核."""
    words: str
    """As written."""
    is_exact: bool
    """Whether the words are known as they are, and not only by how they end."""
    modifier: str = ""
    """What stands before a known ending: 环境、健康安全 of 环境、健康安全职责."""
    is_weak: bool = False
    """Whether the words are ordinary ones, too."""
    remark: str = ""
    """What stands in brackets behind it."""
    also: tuple[str, ...] = ()
    """Other fields that the same words name in other places (职称 is a title or a certificate)."""

    @property
    def field(self) -> str:
        """The likeliest field."""
        return self.fields[0]


_REMARKED = pattern(r"(.*?)\s*[(（]([^()（）]*)[)）]\s*[:：]?\s*", re.DOTALL)
_JOINTS = pattern(r"\s*(?:与|與|和|及|、|\band/or\b|/|／|&|＆|,\s*and\b|,|\band\b|\bor\b)\s*", re.IGNORECASE)
_LEADS = pattern(
    r"\s+(?:may include|includes?|are as follows|are the following|is as follows|as follows)\b", re.IGNORECASE
)
_OF = pattern(r"\s+(?:of|for|to)\s+(?:the|this|our|a|an)\s+", re.IGNORECASE)


@lru_cache(maxsize=8192)
def find(text: str) -> Label | None:
    """Recognise a text that is nothing but a label; None where it is none."""
    words = text.strip()
    if not words or len(words) > (MOST_ENGLISH if words.isascii() else MOST_CHINESE):
        return None
    found = _group(words) or _exact(words) or _bilingual(words) or _mistyped(words)
    if found:
        return found
    remarked = _REMARKED.fullmatch(words)
    if remarked and (found := find(remarked[1])):
        return found._replace(words=words, remark=remarked[2])
    return _trimmed(words) or _compound(words) or _of(words) or _leading(words) or _ending(words)


_ORDINAL = pattern(r"(.+?)[\s#]*(\d{1,2}|[一二三四五六七八九十]{1,3}|[ivx]{1,4})[\s.、:：]*", re.IGNORECASE)


def _group(words: str) -> Label | None:
    """Recognise 职责一, Responsibility 1 and the words that come before the statement of such a group."""
    table = label_words()
    if normal(words) in table.statements:
        return Label((STATEMENT,), words, is_exact=True)
    numbered = _ORDINAL.fullmatch(words)
    if numbered and normal(numbered[1]) in table.groups:
        return Label((GROUP,), words, is_exact=True)
    return None


def _exact(words: str) -> Label | None:
    table, key = label_words(), normal(words)
    fields = table.fields.get(key)
    return Label(fields[:1], words, is_exact=True, is_weak=key in table.weak, also=fields[1:]) if fields else None


def _mistyped(words: str) -> Label | None:
    """Recognise the heading of the duties with a semicolon behind it that should be a colon (工作内容；)."""
    found = _exact(words[:-1].strip()) if words[-1] in ";；" else None
    return found._replace(words=words) if found and found.fields == ("duties",) and not found.is_weak else None


_BOTH = pattern(
    r"([㐀-鿿、及与和]{2,}?)[\s/|(（]+([A-Za-z][A-Za-z&/'’.\s-]+)[)）]?"
    r"|([A-Za-z][A-Za-z&/'’.\s-]+?)[\s/|(（]+([㐀-鿿]{2,})[)）]?"
)


def _bilingual(words: str) -> Label | None:
    """Recognise a label in two languages (职位名称 Job Title)."""
    both = _BOTH.fullmatch(words.rstrip(":： "))
    if both is None:
        return None
    found = _exact(both[1] or both[4]) or _trimmed(both[1] or both[4])
    return found._replace(words=words) if found and (found.is_exact or _exact(both[2] or both[3])) else None


def _trimmed(words: str) -> Label | None:
    """Look words up without what may stand before and behind a label."""
    table, key = label_words(), normal(words)
    for start in _starts(key):
        rest = key[start:]
        for end in _stops(rest):
            fields = table.fields.get(rest[:end])
            if fields and not (rest[:end] in table.weak and len(rest[:end]) < len(key) - len("主要")):
                return Label(fields[:1], words, is_exact=start == 0, is_weak=rest[:end] in table.weak, also=fields[1:])
    return None


def _starts(key: str) -> list[int]:
    starts, at = [0], 0
    while at < len(key):
        step = next((len(each) for each in label_words().before if key.startswith(each, at)), 0)
        if not step:
            break
        at += step
        starts.append(at)
    return starts


def _stops(key: str) -> list[int]:
    stops, at = [len(key)], len(key)
    while at:
        step = next((len(each) for each in label_words().behind if key.endswith(each, 0, at)), 0)
        if not step:
            break
        at -= step
        stops.append(at)
    return [stop for stop in stops if stop]


def _compound(words: str) -> Label | None:
    parts = [part for part in _JOINTS.split(words) if part]
    if len(parts) < len("AB"):
        return None
    found = [_exact(part) or _trimmed(part) for part in parts]
    if not all(found):
        return None
    fields = tuple(dict.fromkeys(label.field for label in found if label))
    return Label(fields, words, is_exact=True, is_weak=all(label.is_weak for label in found if label))


def _of(words: str) -> Label | None:
    """Recognise Rights of the personnel manager."""
    if not words.isascii() or not _OF.search(words) or ":" in words.rstrip(": "):
        return None
    found = find(_OF.split(words, maxsplit=1)[0])
    return found._replace(words=words, is_exact=False) if found and not found.modifier else None


def _leading(words: str) -> Label | None:
    """Recognise Essential duties include the following."""
    led = _LEADS.search(words)
    found = _exact(words[: led.start()]) if led and words.isascii() else None
    return found._replace(words=words) if found else None


def _ending(words: str) -> Label | None:
    """Recognise a heading by how it ends."""
    if SENTENCE.search(words) or label_words().sentences.match(fold(words)):
        return None
    key = normal(words)
    for stop in _stops(key):
        for ending, field in label_words().endings:
            if key.endswith(ending, 0, stop) and stop > len(ending):
                if ending.isascii() and not re.search(_spaced(ending), fold(words)):
                    continue
                return Label((field,), words, is_exact=False, modifier=_before_ending(words, ending))
    return None


@cache
def _spaced(ending: str) -> re.Pattern[str]:
    """Give the pattern of an English ending as a word or words of their own."""
    return re.compile(r"\b" + r"\s?".join(map(re.escape, ending)) + r"\b")


def _before_ending(words: str, ending: str) -> str:
    """Give the words before an ending as written, without what means nothing there."""
    folded = fold(words)
    at = folded.rfind(ending) if ending in folded else len(words)
    before = words[:at].strip(" 的：:、-–—")
    return "" if len(_starts(normal(before))) > 1 and _starts(normal(before))[-1] == len(normal(before)) else before


def glued(text: str, least: int = 3) -> tuple[str, ...]:
    """Split a text that is several labels, of so many characters at least, with nothing between; () where it isn't."""
    if "/" in text:
        parts = [(part,) if _is_known(part) else glued(part, least=2) for part in text.split("/")]
        return tuple(word for part in parts for word in part) if all(parts) else ()
    table, folded = label_words(), fold(text)
    if text.isascii() or len(normal(text)) != len(text) or len(text) > MOST_CHINESE or folded in table.fields:
        return ()
    best: list[tuple[int, ...] | None] = [()] + [None] * len(text)
    for end in range(1, len(text) + 1):
        for start in range(max(0, end - table.longest), end - least + 1):
            before = best[start]
            word = folded[start:end]
            if before is not None and word in table.fields and (best[end] is None or len(before) < len(best[end]) - 1):  # type: ignore[arg-type]
                best[end] = (*before, end)
    ends = best[-1]
    if not ends or len(ends) < len("AB"):
        return ()
    return tuple(text[start:end] for start, end in zip((0, *ends[:-1]), ends, strict=True))


def _is_known(text: str) -> bool:
    label = find(text)
    return bool(label and label.is_exact)


@cache
def inline_words() -> re.Pattern[str]:
    """Give the pattern of labels that may stand inside a line before a colon."""
    table = label_words()
    words = sorted((word for word in table.fields if _is_strong(word)), key=len, reverse=True)
    return re.compile("(" + "|".join(map(re.escape, words)) + r")\s?[:：]")


def _is_strong(word: str) -> bool:
    return not word.isascii() and len(word) >= len("直接上级") and word not in label_words().weak
