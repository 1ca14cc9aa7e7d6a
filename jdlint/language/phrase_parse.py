"""Cuts a text into clauses of known words: acts, the nouns they act on, and the words that say whose act it is."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any

from jdlint import compiled, knowledge
from jdlint.language.automaton import Match
from jdlint.language.dictionary import Dictionary, Packed, pack
from jdlint.language.fold import spellings
from jdlint.record import NamedTuple

Table = dict[str, Any]
"""A table of rules/lexicon/ as plain data."""


_MARKS = frozenset(("pause", "end", "opening", "closing"))


class Word:
    """All that the tables say about one spelling."""

    __slots__ = ("acts", "all_acts", "cues", "form", "has_endings", "is_mark", "noun", "steps")

    def __init__(
        self,
        cues: frozenset[str] = frozenset(),
        acts: dict[str, tuple[str, ...]] | None = None,
        noun: str = "",
        form: str = "",
        steps: tuple[str, ...] = (),
    ) -> None:
        self.acts = acts or {}
        """Classes of act, each with the endings that make the word part of a noun."""
        self.all_acts = tuple(self.acts)
        self.has_endings = any(self.acts.values())
        self.is_mark = not cues.isdisjoint(_MARKS)
        self.noun = noun
        """The class of noun, '' where it is none."""
        self.cues = cues
        self.steps = steps
        """The cues in a fixed order."""
        self.form = form
        """verb, verb-s, verb-ing or noun for English acts; '' for Chinese ones."""


class Token(NamedTuple):
    """A known word in a text."""

    start: int
    end: int
    word: Word
    acts: tuple[str, ...]
    """The acts that it can be here, without those whose noun it is part of."""


_new_token: Callable[[tuple[int, int, Word, tuple[str, ...]]], Token] = partial(tuple.__new__, Token)
"""Makes a token in half the time of `Token(…)`; every known word of every sentence is one."""

Clause = list[Token]
Sentence = list[Clause]


def sentences(folded: str, matches: list[Match]) -> list[Sentence]:
    """Cut a folded text into sentences, and these into clauses; an enumeration stays in one clause.

    `matches` are its words, as the dictionary of `vocabulary()` gives them.
    """
    found: list[Sentence] = []
    clauses: Sentence = []
    clause: Clause = []
    opened = -1
    for token in _tokens(folded, vocabulary(), matches):
        cues = token.word.cues
        if not token.word.is_mark:
            clause.append(token)
        elif "opening" in cues:
            opened = len(clause)
        elif "closing" in cues:
            clause = _without_aside(clause, opened)
            opened = -1
        else:
            _close(clauses, clause)
            clause, opened = [], -1
            if "end" in cues and clauses:
                found.append(clauses)
                clauses = []
    _close(clauses, clause)
    return [*found, clauses] if clauses else found


def _without_aside(clause: Clause, opened: int) -> Clause:
    """Leave out what a bracket adds, unless it only lists nouns: 处理(或协助经销商处理)坏账."""
    if opened < 0 or all(_is_listed(token) for token in clause[opened:]):
        return clause
    return clause[:opened]


def _close(clauses: Sentence, clause: Clause) -> None:
    """Add a clause to its sentence, or to the clause before where it only lists more nouns."""
    if not clause:
        return
    before = clauses[-1] if clauses else None
    if before and _breaks_off(before) and all(token.word.cues & _INSERTED for token in clause):
        return
    if before and (_breaks_off(before) or (_only_lists(clause) and _has_act(before))):
        before.append(_COMMA._replace(start=clause[0].start, end=clause[0].start))
        before.extend(clause)
    else:
        clauses.append(clause)


_OPEN = frozenset(("conj",))
"""Cues of what may follow the verb at which a clause breaks off: Hire and, where needed, dismiss."""
_INSERTED = frozenset(("stop",))
"""Cues of what is put in between a verb and its object: train and, where needed, dismiss staff."""


def _only_lists(clause: Clause) -> bool:
    """Tell whether a clause only lists more nouns."""
    return "anew" not in clause[0].word.cues and all(map(_is_listed, clause))


def _breaks_off(clause: Clause) -> bool:
    """Tell whether a clause breaks off at an English verb: `Hire, train and supervise staff`."""
    place = len(clause) - 1
    while place and clause[place].word.cues & _OPEN:
        place -= 1
    last = clause[place]
    return bool(last.acts) and last.word.form in {"verb", "verb-s", "verb-ing"}


def _has_act(clause: Clause) -> bool:
    return any(token.acts for token in clause)


_LISTED = frozenset(("tail", "conj", "of", "light", "own", "shield", "also"))


def _is_listed(token: Token) -> bool:
    return not token.acts and (bool(token.word.noun) or not token.word.cues.isdisjoint(_LISTED))


_COMMA = Token(0, 0, Word(cues=frozenset(("conj",))), ())


def tokens(folded: str, words: "Vocabulary") -> Iterator[Token]:
    """Give the known words of a folded text from left to right, the longest at each place."""
    return _tokens(folded, words, words.dictionary.cut(folded))


def _tokens(folded: str, words: "Vocabulary", matches: list[Match]) -> Iterator[Token]:
    table, unless = words.by_number, words.unless
    for number, start, end in matches:
        word = table[number]
        if (word.is_mark and _is_in_number(folded, start)) or (
            (word.noun or word.form) and folded.startswith("-", end)
        ):
            continue
        acts = _acts(word, folded, end, unless) if word.has_endings else word.all_acts
        yield _new_token((start, end, word, acts))


def _is_in_number(folded: str, place: int) -> bool:
    """Tell whether a mark only groups digits: 3,000."""
    if folded[place] != "," or not folded[place - 1 : place].isdigit():
        return False
    return folded[place + 1 : place + 4].isdigit() and not folded[place + 4 : place + 5].isdigit()


def _acts(word: Word, folded: str, end: int, unless: tuple[str, ...]) -> tuple[str, ...]:
    if folded.startswith(unless, end):
        return word.all_acts
    return tuple([name for name, endings in word.acts.items() if not folded.startswith(endings, end)])


PackedWords = tuple[Packed, tuple[int, ...], tuple[tuple[Any, ...], ...]]
"""A vocabulary as plain data: its dictionary, for each word the number of what it can be, and all that words can be."""


class Vocabulary:
    """Spellings with what they can be, and the dictionary that finds them."""

    def __init__(self, packed: PackedWords) -> None:
        dictionary, numbers, distinct = packed
        words = [Word(*can_be) for can_be in distinct]
        self.by_number = [words[number] for number in numbers]
        self.dictionary = Dictionary(dictionary)
        self.unless = tuple(knowledge.load("lexicon/acts")["unless"].split())

    @property
    def words(self) -> dict[str, Word]:
        """The words by their spelling."""
        return dict(zip(self.dictionary.texts, self.by_number, strict=True))


class Spellings:
    """A vocabulary in the making."""

    def __init__(self) -> None:
        self._words: dict[str, Word] = {}

    def __contains__(self, spelling: str) -> bool:
        return spelling.lower() in self._words

    def add(self, spellings: Iterable[str], *, act: str = "", noun: str = "", cue: str = "", form: str = "") -> None:
        """Let spellings be an act, a noun or a cue, besides what they are already."""
        for spelling in spellings:
            word = self._words.setdefault(spelling.lower(), Word())
            if act:
                word.acts[act] = ()
                word.form = word.form or form
            word.noun = word.noun or noun
            if cue:
                word.cues |= {cue}

    def end_nouns(self, spellings: Iterable[str], act: str, endings: tuple[str, ...]) -> None:
        """Note the endings with which an act is part of a noun."""
        for spelling in spellings:
            self._words[spelling.lower()].acts[act] = endings

    def packed(self) -> PackedWords:
        """Give the vocabulary as plain data; many words can be the same."""
        distinct: dict[tuple[Any, ...], tuple[int, tuple[Any, ...]]] = {}
        numbers = []
        for word in self._words.values():
            can_be = (word.cues, word.acts, word.noun, word.form, tuple(sorted(word.cues)))
            key = (word.cues, tuple(word.acts.items()), word.noun, word.form)
            numbers.append(distinct.setdefault(key, (len(distinct), can_be))[0])
        return pack(self._words), tuple(numbers), tuple(can_be for _, can_be in distinct.values())


@cache
def vocabulary() -> Vocabulary:
    """Load the words of duties."""
    return Vocabulary(compiled.part("duty-words", duty_words))


def duty_words() -> PackedWords:
    """Compile the words of duties."""
    words = Spellings()
    _add_acts(words, knowledge.load("lexicon/acts"))
    add_nouns(words)
    add_cues(words)
    return words.packed()


def add_nouns(words: Spellings) -> None:
    """Add the nouns that acts are about."""
    for name, group in knowledge.load("lexicon/objects")["classes"].items():
        words.add(chinese(group), noun=name)
        words.add((form for noun in group.get("en", ()) for form in (noun, plural(noun))), noun=name)


@cache
def noun_object(noun: str) -> str:
    """Give the object of a class of nouns, '' where it has none."""
    group = knowledge.load("lexicon/objects")["classes"].get(noun, {})
    return str(group.get("object", ""))


def named_objects(folded: str) -> frozenset[str]:
    """Give the objects that the nouns of a folded text name, wherever they stand."""
    found = (noun_object(token.word.noun) for token in tokens(folded, vocabulary()) if token.word.noun)
    return frozenset(filter(None, found))


def _add_acts(words: Spellings, data: Table) -> None:
    relative = tuple(data["relative"].split())
    for name, group in data["acts"].items():
        zh, english = chinese(group), add_english(words, name, group)
        compound = data["endings"].get(group.get("compound", ""), "").split()
        words.add(zh, act=name)
        words.end_nouns(zh, name, (*relative, *compound, *group.get("zh_not_before", ())))
        words.end_nouns(english, name, tuple(group.get("en_not_before", ())))


def add_english(words: Spellings, name: str, group: Table) -> list[str]:
    """Add the English verbs of a class in their forms, and its action nouns; give the spellings."""
    spellings: list[str] = []
    for verb in group.get("en", ()):
        for form, spelling in verb_forms(verb):
            words.add((spelling,), act=name, form=form)
            spellings.append(spelling)
    nouns = group.get("en_nouns", ())
    words.add(nouns, act=name, form="noun")
    return [*spellings, *nouns]


def add_cues(words: Spellings) -> None:
    """Add the words of modality, and those that only look like one of ours."""
    data = knowledge.load("lexicon/modality")
    verbs = {"support", "submit", "hand_on", "draft", "cause", "other"}
    for cue, group in data["cues"].items():
        words.add(chinese(group), cue=cue)
        for phrase in group.get("en", ()):
            words.add((spelling for _, spelling in verb_forms(phrase)) if cue in verbs else (phrase,), cue=cue)
    shields = (*data["shields"]["zh"].split(), *data["shields"]["en"])
    words.add((text for text in shields if text not in words), cue="shield")


def chinese(group: Table) -> list[str]:
    """Give the Chinese words of a class."""
    return [spelling for word in str(group.get("zh", "")).split() for spelling in spellings(word)]


def verb_forms(phrase: str) -> Iterator[tuple[str, str]]:
    """Give the forms of an English verb phrase, by its first word: base, -s and -ing."""
    verb, blank, rest = phrase.partition(" ")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    if verb in _DOUBLED:
        stem += verb[-1]
    rest = blank + rest
    return iter((("verb", phrase), ("verb-s", plural(verb) + rest), ("verb-ing", f"{stem}ing{rest}")))


_DOUBLED = frozenset(
    ("set", "cut", "vet", "stop", "plan", "control", "begin", "get", "run", "let", "fit", "ship", "submit", "refer")
)
"""Verbs that double their last letter before -ing; the rest of the tables' verbs don't."""


def plural(noun: str) -> str:
    """Give the plural of an English noun, or the -s form of a verb."""
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
