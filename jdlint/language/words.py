"""Cuts a folded sentence into the words that the tables of rules/lexicon/ know, the longest first, with their kinds."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import Final

from jdlint import compiled, knowledge
from jdlint.language.automaton import Match
from jdlint.language.dictionary import Dictionary, Packed, pack
from jdlint.language.fold import fold, spellings
from jdlint.pattern import pattern
from jdlint.record import NamedTuple

TABLES = (
    "absolute-results",
    "action-verbs",
    "context-words",
    "cues",
    "function-nouns",
    "hollow-verbs",
    "obligations",
    "open-ends",
    "opinion-words",
    "ordinary-words",
    "own-and-support",
    "pep-words",
    "remarks",
    "residual-duties",
    "support-verbs",
    "traits",
    "vague-objects",
)
"""The tables of rules/lexicon/ whose words are looked for in duties."""
_INFLECTED = frozenset(
    (
        "act",
        "weak",
        "submit",
        "hollow",
        "hollow-do",
        "run",
        "support",
        "join",
        "knows",
        "learns",
        "is",
        "obey",
        "coordinate",
        "light-support",
        "pep",
        "collaborate",
        "broker",
        "giving",
        "obey-weak",
        "obedience",
        "improves",
        "taking",
        "advances",
        "yields",
        "helping",
        "beside-help",
    )
)
"""Kinds of English words that take -s, -ing and -ed."""
_FIRST_CHINESE, _LAST_CHINESE = "\u3400", "\u9fff"
_ENGLISH_TOKEN = pattern(r"[a-z0-9]+(?:[&'/+-][a-z0-9]+)*|[^\sa-z0-9]")
_GLUED = pattern(r"[a-z]{26}")
_GLUED_LENGTH = 6
_NOTHING: frozenset[str] = frozenset()


class Word(NamedTuple):
    """A known word, or several English ones that belong together."""

    text: str
    start: int
    end: int
    kinds: frozenset[str]


_new_word: Callable[[tuple[str, int, int, frozenset[str]]], Word] = partial(tuple.__new__, Word)
"""Makes a word in half the time of `Word(…)`; every known word of every sentence is one."""


def length(words: Iterable[Word]) -> int:
    """Give how many characters words take up, what stands between them left out."""
    return sum([word.end - word.start for word in words])


def adjoin(words: Sequence[Word]) -> bool:
    """Say whether each word begins where the one before it ends."""
    return all(before.end == after.start for before, after in pairwise(words))


def is_chinese(folded: str) -> bool:
    """Say whether a sentence is written in Chinese characters, at least in part: mostly its first character tells."""
    # a pattern of these characters takes 3 ms to compile
    return not folded.isascii() and (_is_chinese(folded[0]) or any(map(_is_chinese, folded)))


def _is_chinese(character: str) -> bool:
    return _FIRST_CHINESE <= character <= _LAST_CHINESE


def in_one_script(folded: str) -> str:
    """Give a folded English sentence without the Chinese names in it: report to the 房务总监, each character an x.

    A sentence is English where it opens with a letter of the alphabet and has two words for each Chinese character.
    """
    if folded.isascii() or "。" in folded[:-1]:
        return folded
    first = next(filter(str.isalpha, folded), "")
    if not first.isascii():
        return folded
    chinese = sum(_FIRST_CHINESE <= character <= _LAST_CHINESE for character in folded)
    if sum(word[0].isascii() and word[0].isalpha() for word in folded.split()) < 2 * chinese:
        return folded
    hidden = ("x" if _FIRST_CHINESE <= character <= _LAST_CHINESE else character for character in folded)
    return "".join(hidden)


class Lexis:
    """The words that are looked for in a sentence."""

    def __init__(
        self,
        find: Callable[[str], Sequence[Match]],
        kinds: Sequence[frozenset[str]],
        *,
        is_spelled_out: bool = False,
    ) -> None:
        self.find: Final = find
        """Gives those of a folded sentence in order, by their numbers; none overlap."""
        self.kinds: Final = kinds
        """The kinds of each word."""
        self._is_spelled_out = is_spelled_out
        """Whether a word may stand in the sentence with other blanks than in the tables."""

    def words(self, folded: str, found: Iterable[Match]) -> list[Word]:
        """Give what was found as words."""
        kinds = self.kinds
        if self._is_spelled_out:
            return [_new_word((_spelled(folded[start:end]), start, end, kinds[number])) for number, start, end in found]
        return [_new_word((folded[start:end], start, end, kinds[number])) for number, start, end in found]


def lexis_of(folded: str, *, chinese: bool) -> Lexis:
    """Give the words to look for in a folded sentence."""
    if chinese:
        return _chinese()[1]
    return _glued_lexis() if is_glued(folded) else _english_lexis()


def words(folded: str, *, chinese: bool) -> list[Word]:
    """Give the known words of a folded sentence in order; none overlap."""
    lexis = lexis_of(folded, chinese=chinese)
    return lexis.words(folded, lexis.find(folded))


@cache
def listed(table: str, language: str, kind: str) -> tuple[str, ...]:
    """Give one list of a table, folded."""
    return tuple(fold(str(word)) for word in knowledge.load(f"lexicon/{table}")[language][kind])


def _kinds(language: str) -> dict[str, set[str]]:
    """Give the kinds of every word of a language, `single` ones left out: they are read at heads of clauses alone."""
    kinds: dict[str, set[str]] = {}
    for table in TABLES:
        for kind, entries in knowledge.load(f"lexicon/{table}")[language].items():
            if not kind.startswith("single"):
                for entry in entries:
                    for spelling in spellings(fold(str(entry))):
                        kinds.setdefault(spelling, set()).add(kind)
    return kinds


def _closed(kinds: dict[str, set[str]], language: str) -> dict[str, frozenset[str]]:
    """Give the kinds for good; a word that ends like management is `like-management`, besides what the tables say."""
    endings = listed("function-nouns", language, "management-end")
    shared: dict[frozenset[str], frozenset[str]] = {}
    closed: dict[str, frozenset[str]] = {}
    for text, own in kinds.items():
        known = frozenset((*own, "like-management") if text.endswith(endings) else own)
        closed[text] = shared.setdefault(known, known)
    return closed


def expect(texts: Sequence[str]) -> None:
    """Be told of sentences that will be read now: it may pay to prepare for many."""
    if not all(map(str.isascii, texts)):
        _chinese()[0].expect(texts)


@cache
def _chinese() -> tuple[Dictionary, Lexis]:
    packed, numbers, distinct = compiled.part("chinese-words", chinese_words)
    dictionary = Dictionary(packed)
    return dictionary, Lexis(dictionary.cut, [distinct[number] for number in numbers])


def chinese_words() -> tuple[Packed, tuple[int, ...], tuple[frozenset[str], ...]]:
    """Compile the Chinese words of the tables, for each word the number of its kinds, and all these kinds."""
    kinds = _closed(_kinds("zh"), "zh")
    distinct = tuple(dict.fromkeys(kinds.values()))
    numbers = {own: number for number, own in enumerate(distinct)}
    return pack(kinds, inside_words=True), tuple(numbers[own] for own in kinds.values()), distinct


@cache
def _english_lexis() -> Lexis:
    index = english_index()
    return Lexis(index.find, index.kinds, is_spelled_out=True)


def _spelled(text: str) -> str:
    """Give an English word as the tables spell it: with one blank between its tokens."""
    return text if text.isalnum() else " ".join(_ENGLISH_TOKEN.findall(text))


def is_glued(folded: str) -> bool:
    """Say whether the blanks between English words were lost."""
    return _GLUED.search(folded) is not None


@cache
def _glued_lexis() -> Lexis:
    """Give the words of English whose blanks were lost in copying: long ones alone, for short ones hide in others."""
    kinds: dict[str, frozenset[str]] = {}
    index = english_index()
    for entry, number in index.entries():
        text = entry.replace(" ", "")
        if len(text) >= _GLUED_LENGTH or "." in text:
            kinds[text] = kinds.get(text, _NOTHING) | index.kinds[number]
    return Lexis(Dictionary(pack(kinds, inside_words=True)).cut, tuple(kinds.values()))


_Ways = dict[str, "_Way"]
"""How entries may go on, by the next word."""

_Way = tuple[int, "_Ways | None"]
"""The number of the kinds of the entry that ends here, -1 where none does, and how longer ones go on."""

_PackedEnglish = tuple[tuple[frozenset[str], ...], dict[str, bytes]]
"""All kinds of words, and the entries by their openings, each packed by itself, for a single file needs few of them."""


class _Openings(dict[str, _Way]):
    """The first words of entries; those that open alike are unpacked when one is asked for."""

    def __init__(self, packed: dict[str, bytes]) -> None:
        super().__init__()
        self._packed = dict(packed)

    def __missing__(self, word: str) -> _Way:
        packed = self._packed.pop(word[:_LETTERS], None)
        if packed is None:
            return _NO_WAY
        self.update(marshal.loads(packed))  # noqa: S302 - compiled
        return self.get(word, _NO_WAY)

    def unpacked(self) -> _Ways:
        """Give all of them."""
        for letters in tuple(self._packed):
            self[letters]
        return self


_LETTERS = 2
"""So many letters tell entries apart that are packed together."""
_NO_WAY: _Way = (-1, None)


class EnglishIndex:
    """The English words of the tables, in all their forms."""

    def __init__(self, packed: _PackedEnglish) -> None:
        self.kinds, openings = packed
        self._openings = _Openings(openings)

    def find(self, folded: str) -> list[Match]:
        """Look up runs of words, the longest at each place; unknown words and marks are left out."""
        tokens = list(_ENGLISH_TOKEN.finditer(folded))
        texts = [token[0] for token in tokens]
        openings, last = self._openings, len(tokens)
        found: list[Match] = []
        at = 0
        while at < last:
            number, ways = openings[texts[at]]
            start, end = at, at + 1
            at = end
            while ways and at < last and (way := ways.get(texts[at])):
                at += 1
                if way[0] >= 0:
                    number, end = way[0], at
                ways = way[1]
            at = end
            if number >= 0:
                found.append((number, tokens[start].start(), tokens[end - 1].end()))
        return found

    def entries(self) -> Iterator[tuple[str, int]]:
        """Give every entry with the number of its kinds."""
        return _entries(self._openings.unpacked())


def _entries(ways: _Ways, before: str = "") -> Iterator[tuple[str, int]]:
    for word, (number, further) in ways.items():
        if number >= 0:
            yield before + word, number
        yield from _entries(further or {}, f"{before}{word} ")


@cache
def english_index() -> EnglishIndex:
    """Give the English words of the tables, in all their forms, with their kinds."""
    return EnglishIndex(compiled.part("english-words", english_words))


def english_words() -> _PackedEnglish:
    """Compile the English words of the tables in all their forms."""
    kinds: dict[str, set[str]] = {}
    for text, own in _kinds("en").items():
        tokens = _ENGLISH_TOKEN.findall(text)
        entry = " ".join(tokens)
        kinds.setdefault(entry, set()).update(own)
        verbal = own & _INFLECTED
        if verbal:
            kinds[entry].add("base")
            for form, ending in _inflections(tokens[0]):
                kinds.setdefault(" ".join([form, *tokens[1:]]), set()).update(verbal | {ending})
    _name_papers(kinds)
    closed = _closed(kinds, "en")
    numbers = {own: number for number, own in enumerate(dict.fromkeys(closed.values()))}
    openings: dict[str, dict[str, int]] = {}
    for entry, known in closed.items():
        openings.setdefault(entry.partition(" ")[0][:_LETTERS], {})[entry] = numbers[known]
    return tuple(numbers), {letters: marshal.dumps(_ways(own), compiled.FORMAT) for letters, own in openings.items()}


def _name_papers(kinds: dict[str, set[str]]) -> None:
    """Let plain phrases that end in the name of a paper be papers, too: production records."""
    papers = {text for text, own in kinds.items() if "document-end" in own}
    for text, own in kinds.items():
        if "plain" in own and text.rpartition(" ")[2] in papers:
            own.add("document-end")


def _ways(entries: dict[str, int]) -> _Ways:
    """Give how entries begin, word by word."""
    endings: dict[str, dict[str, int]] = {}
    for entry, number in entries.items():
        first, _, rest = entry.partition(" ")
        endings.setdefault(first, {})[rest] = number
    return {first: (own.pop("", -1), _ways(own) if own else None) for first, own in endings.items()}


def _inflections(verb: str) -> Iterable[tuple[str, str]]:
    """Give the forms of a regular verb with the names of their endings."""
    if not verb.isalpha():
        return
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield verb[:-1] + "ies", "-s"
        yield verb[:-1] + "ied", "-ed"
    elif verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        yield verb + "es", "-s"
        yield verb + "ed", "-ed"
    else:
        yield verb + "s", "-s"
        yield (verb + "d" if verb.endswith("e") else verb + "ed"), "-ed"
    is_mute = verb.endswith("e") and not verb.endswith("ee") and len(verb) > 2  # noqa: PLR2004 - being
    yield (verb[:-1] if is_mute else verb) + "ing", "-ing"
    if len(verb) > 2 and verb[-1] in "bdglmnprt" and verb[-2] in "aeiou" and verb[-3] not in "aeiou":  # noqa: PLR2004 - plan, planning
        yield verb + verb[-1] + "ing", "-ing"
        yield verb + verb[-1] + "ed", "-ed"


def inflected(word: str, form: str) -> str | None:
    """Give the base, -s or -ing form of a known English verb, with its capital; None where the form isn't sure."""
    bases = _bases().get(word.lower(), set())
    if len(bases) != 1:
        return None
    (base,) = bases
    found = [base] if form == "base" else [made for made, ending in _inflections(base) if ending == form]
    if len(found) != 1:
        return None
    return found[0].capitalize() if word[:1].isupper() else found[0]


@cache
def _bases() -> dict[str, set[str]]:
    """Give the verbs that each form may belong to."""
    found: dict[str, set[str]] = {}
    for text, own in _kinds("en").items():
        if own & _INFLECTED and text.isalpha():
            for form, _ in ((text, "base"), *_inflections(text)):
                found.setdefault(form, set()).add(text)
    return found
