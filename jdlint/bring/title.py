"""Titles: what headings, labels and bare lines say about which post comes next."""

import re
from functools import cache, lru_cache

from jdlint import knowledge
from jdlint.bring.number import leading
from jdlint.language.fold import fold, squeeze
from jdlint.model.title import head_word
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

_MOST_CHINESE, _MOST_ENGLISH = 26, 70
_SENTENCE = pattern(r"[，。；;！!?？]|,(?!\s?[A-Z])|:|：")
_TAG = pattern(r"^[【\[(（][^】\])）]{1,6}[】\])）](?=.)")
_COUNT = pattern(r"\s*\d{1,3}\s?[名人位]$")
_BRACKET = pattern(r"\s*[(（]([^()（）]*)[)）]\s*$")


class Title(NamedTuple):
    """A post as a heading names it."""

    name: str
    """As written, without what the heading says besides."""
    is_post: bool
    """Whether it ends as titles do."""
    is_sure: bool
    """Whether the words around it are those of a heading for a role."""
    ordinal: str = ""
    """Its number in a collection of definitions of one title."""
    is_unit: bool = False
    """Whether it names a department or a group of people, whose posts may follow."""
    is_generic: bool = False
    """Whether it names no post at all (各岗位职责)."""
    suffix: str = ""
    """The ending of the heading, folded."""
    opens_list: bool = False
    """Whether it rather opens the duties of a post that is named already (该经理的具体职责如下)."""

    @property
    def key(self) -> str:
        """The name for comparing."""
        return squeeze(self.name)


class _Table(NamedTuple):
    sure: tuple[str, ...]
    weak: tuple[str, ...]
    leads: re.Pattern[str]
    plain_leads: re.Pattern[str]
    between: tuple[str, ...]
    ordinals: re.Pattern[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]
    generic: frozenset[str]
    generic_start: tuple[str, ...]
    sentence_start: tuple[str, ...]
    no_title_start: tuple[str, ...]
    groups: tuple[str, ...]
    units: tuple[str, ...]
    firms: tuple[str, ...]
    several: tuple[str, ...]
    joiners: tuple[str, ...]
    collection: re.Pattern[str]
    opens_list: re.Pattern[str]
    posts: tuple[str, ...]


@cache
def _table() -> _Table:
    data = knowledge.load("import/titles")
    longest = {
        name: tuple(sorted(map(fold, data[name]), key=len, reverse=True)) for name in ("sure", "weak", "between")
    }
    leads = "|".join(re.escape(each) for each in sorted(data["leads"], key=len, reverse=True))
    joints = "|".join(re.escape(each) for each in sorted(data["joints"], key=len, reverse=True))
    return _Table(
        longest["sure"],
        longest["weak"],
        re.compile(rf"(?:{leads})\s*(?:[:：\-–—]\s*|\s+(?:{joints})\s+)", re.IGNORECASE),
        re.compile(rf"(?:{'|'.join(data['plain-leads'])})\s+(?=\w)", re.IGNORECASE),
        longest["between"],
        re.compile(data["ordinals"] + r"$"),
        re.compile(f"(?:{data['behind']})$"),
        re.compile(data["before"], re.IGNORECASE),
        frozenset(map(fold, data["generic"])),
        tuple(map(fold, data["generic-start"])),
        tuple(map(fold, data["sentence-start"])),
        tuple(map(fold, (*data["generic-start"], *data["never-title-start"]))),
        tuple(map(fold, data["groups"])),
        tuple(map(fold, data["units"])),
        tuple(data["firms"]),
        tuple(data["several"]),
        tuple(map(fold, data["joiners"])),
        re.compile(data["collection"]),
        re.compile(data["opens-list"], re.IGNORECASE),
        tuple(map(fold, data["posts"])),
    )


@lru_cache(maxsize=8192)
def in_heading(text: str) -> Title | None:
    """Read the title in a heading such as 销售经理岗位职责 or Job description of the buyer; None where it is none."""
    words = text.strip().strip("#=*【】[]《》<>~·•—- \t")
    if not words or len(words) > (_MOST_ENGLISH if words.isascii() else _MOST_CHINESE + len("岗位职责说明书") * 2):
        return None
    bare, ordinal = _without_behind(words)
    bare = _table().before.sub("", bare, count=1) if _table().before.match(bare) else bare
    inside = _BRACKET.search(words)
    if inside and not words.isascii() and names_post(inside[1]):
        before, start = _suffix(words[: inside.start()])
        if before and start == 0:
            return _named(inside[1], is_sure=True)
    if found := _led(bare, ordinal):
        return found
    suffix, start = _suffix(bare)
    if not suffix:
        return None
    name = _without_firm(_cut_first(bare[:start]))
    found = _named(name, is_sure=suffix in _table().sure, ordinal=ordinal, suffix=suffix)
    if found is None:
        return None
    collects = bool(_table().collection.search(words[len(name) :])) and not ordinal
    return found._replace(
        is_generic=found.is_generic or collects, opens_list=bool(_table().opens_list.search(words[len(name) :]))
    )


def _led(bare: str, ordinal: str) -> Title | None:
    """Read a title behind words that lead to one (岗位说明书：会计) or its label (Job Title Duty Sister)."""
    lead = _table().leads.match(fold(bare))
    if lead and (found := _named(bare[lead.end() :], is_sure=True, ordinal=ordinal, suffix=fold(lead[0]))):
        return found
    lead = _table().plain_leads.match(bare)
    if lead and names_post(bare[lead.end() :]):
        return _named(bare[lead.end() :], is_sure=True, ordinal=ordinal, suffix=fold(lead[0]))
    return None


def _without_behind(words: str) -> tuple[str, str]:
    """Take off what follows the ending; give the ordinal that stands there."""
    table, ordinal = _table(), ""
    bare = words
    while True:
        found = table.behind.search(bare)
        if found is None or not found.start():
            break
        bare = bare[: found.start()].rstrip()
    if not _suffix(bare)[0]:
        found = table.ordinals.search(bare)
        rest = bare[: found.start()].rstrip() if found else ""
        if found and _suffix(rest)[0]:
            return rest, next(each for each in found.groups() if each)
        remarked = _BRACKET.sub("", bare)
        if _suffix(remarked)[0]:
            return remarked, ordinal
    return bare, ordinal


def _suffix(words: str) -> tuple[str, int]:
    """Give the ending of a heading, folded, and where it begins: so that a title stands before it, if it can be."""
    table, folded = _table(), fold(words)
    choices = [each for each in (*table.sure, *table.weak) if folded.endswith(each)]
    choices = [each for each in choices if not each.isascii() or folded[: -len(each)][-1:] in ("", " ")]
    if not choices:
        return "", 0
    choices.sort(key=len, reverse=True)
    for each in choices:
        name = words[: len(words) - len(each)].rstrip()
        if names_post(_bare(name)):
            return each, len(words) - len(each)
    return choices[0], len(words) - len(choices[0])


def _bare(name: str) -> str:
    return name[:-1] if name[-1:] in ("的", "之") else name


def _cut_first(name: str) -> str:
    """Cut a name at an ending inside it: two headings may be glued together."""
    folded = fold(name)
    starts = [folded.find(each) for each in _table().sure if each in folded and not each.isascii()]
    inner = [start for start in starts if start > 1]
    return name[: min(inner)] if inner else name


def _without_firm(name: str) -> str:
    """Take off the firm that stands before a title (某某化妆品公司培训师)."""
    end = max((name.rfind(firm) + len(firm) for firm in _table().firms if firm in name), default=0)
    is_firm = end > _FIRM and len(name) - end > len("经理") and names_post(name[end:])
    return name[end:] if is_firm else name


_FIRM = 3
"""Characters of 分公司, which is a unit and no firm."""


def _named(name: str, *, is_sure: bool, ordinal: str = "", suffix: str = "") -> Title | None:
    table = _table()
    name = _bare(name.strip(" \t\u3000-–—:：、·"))
    if len(name) > (_MOST_ENGLISH if name.isascii() else _MOST_CHINESE) or _SENTENCE.search(name):
        return None
    folded = fold(name).strip()
    if not names_post(name):
        name, folded = _without_between(name)
    is_group = folded.endswith(table.groups)
    is_post = names_post(name) and not is_group
    if folded.startswith(table.sentence_start) and not is_post:
        return None
    names_none = folded.endswith(table.joiners) or folded.startswith(table.generic_start)
    generic = not folded or folded in table.generic or (names_none and not is_post)
    is_unit = is_group or (not is_post and folded.endswith(table.units))
    return Title(name, is_post, is_sure, ordinal, is_unit, generic, suffix)


def _without_between(name: str) -> tuple[str, str]:
    """Take off what stands between a title and the ending of its heading (质量负责人质量职责)."""
    folded = fold(name)
    for each in _table().between:
        rest = name[: -len(each)].rstrip(" 的")
        if folded.endswith(each) and (names_post(rest) or fold(rest) in _table().generic):
            return rest, fold(rest)
    return name, folded


@lru_cache(maxsize=8192)
def alone(text: str) -> Title | None:
    """Read a line that is a title and nothing else; None where it doesn't end as titles do."""
    found = leading(text)
    words = _COUNT.sub("", _TAG.sub("", (found[1] if found else text).strip())).strip("【】[]《》*# ")
    if not words or len(words) > (_MOST_ENGLISH if words.isascii() else _MOST_CHINESE):
        return None
    if _SENTENCE.search(_BRACKET.sub("", words)) or not names_post(words):
        return None
    folded = fold(words)
    if folded.startswith(_table().no_title_start) or folded.endswith(_table().groups):
        return None
    return Title(words, is_post=True, is_sure=False)


@lru_cache(maxsize=8192)
def names_post(name: str) -> bool:
    """Say whether a name ends as titles do."""
    if head_word(name):
        return True
    folded = fold(name).partition("(")[0].strip()
    found = next((end for end in _table().posts if folded.endswith(end)), "")
    return bool(found) and (not found.isascii() or folded[: -len(found)][-1:] in ("", " ", "-", "/"))


def is_unit(name: str) -> bool:
    """Say whether a name ends as those of units do."""
    return fold(name).strip().endswith(_table().units)


def similar(first: str, second: str) -> bool:
    """Say whether two names are those of one post: equal, or one with more words than the other."""
    a, b = squeeze(first), squeeze(second)
    return bool(a and b) and (a in b or b in a)


def names_several(name: str) -> bool:
    """Say whether a heading names several posts."""
    return any(each in name[1:-1] for each in _table().several)
