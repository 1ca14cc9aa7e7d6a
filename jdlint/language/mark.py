"""What reading a duty gives: clauses and marks."""

from typing import Final, Literal

from jdlint.language.clause import Clause, cut, without_quoted
from jdlint.language.fold import fold
from jdlint.language.residue import NAMES_ACT
from jdlint.language.strength import strengths
from jdlint.language.words import Word, in_one_script, is_chinese, is_glued, lexis_of
from jdlint.property import cached_property
from jdlint.record import NamedTuple

Confidence = Literal["high", "medium", "low"]
DAMAGE = "text/broken-sentence"
"""The rule of torn sentences."""
NO_DUTY = frozenset(("duty/trait-as-duty", "duty/obligation-as-duty", "duty/non-duty-text"))
"""The rules of what is no duty at all."""


class Mark(NamedTuple):
    """Words of a duty that break a rule."""

    rule: str
    start: int
    """Column in the text as written."""
    end: int
    words: str
    """The words themselves, as written."""
    reason: str
    """A short key that a rule file puts into words."""
    confidence: Confidence
    lacks: tuple[str, ...] = ()
    """What would make the duty a good one: object, standard, frequency, recipient."""
    is_doubted: bool = False
    """Whether the rule was sure, and readers would perhaps not agree (jdlint/language/weighing.py)."""


class Sentence:
    """A duty on its way through the questions: its words, and its clauses once something asks for them."""

    def __init__(self, text: str) -> None:
        self.text: Final = text
        self.folded: Final = in_one_script(fold(text))
        self.masked: Final = without_quoted(self.folded)
        """The folded text without what it quotes; each character stands where it stood."""
        self.is_chinese: Final = is_chinese(self.folded)
        self.lexis: Final = lexis_of(self.masked, chinese=self.is_chinese)
        self.found: Final = self.lexis.find(self.masked)
        """Where known words stand, by their numbers in the lexis."""

    @cached_property
    def words(self) -> list[Word]:
        """Every known word, those in brackets among them."""
        return self.lexis.words(self.masked, self.found)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses; none where it says nothing."""
        return tuple(cut(self.folded, self.masked, self.words, chinese=self.is_chinese))

    @cached_property
    def is_glued(self) -> bool:
        """Whether the blanks between its English words were lost."""
        return is_glued(self.folded)

    @cached_property
    def strengths(self) -> tuple[int, ...]:
        """For each clause 2 where it names an act, 1 where it perhaps does, 0 where it doesn't."""
        return strengths(self.clauses)

    @cached_property
    def content(self) -> tuple[Clause, ...]:
        """The clauses that are more than context; all of them where none is."""
        return tuple([clause for clause in self.clauses if not clause.is_context]) or self.clauses

    @cached_property
    def strongest(self) -> int:
        """How surely any clause names an act."""
        return max(self.strengths)

    @cached_property
    def acts(self) -> int:
        """How many clauses surely name an act."""
        return sum(strength >= NAMES_ACT for strength in self.strengths)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Kinds of the words of all clauses."""
        return _NOTHING.union(*[clause.kinds for clause in self.clauses])

    @property
    def is_measured(self) -> bool:
        """Whether a number, a named paper, a named role or a frequency stands anywhere."""
        return any(clause.has_number or _names_measure(clause) for clause in self.clauses)

    @property
    def language(self) -> str:
        """Name the lists of the tables that count."""
        return "zh" if self.is_chinese else "en"

    def strength_of(self, clause: Clause) -> int:
        """Give the strength of one of the clauses."""
        return self._strength_by_clause[id(clause)]

    @cached_property
    def _strength_by_clause(self) -> dict[int, int]:
        return dict(zip(map(id, self.clauses), self.strengths, strict=True))

    def others_act(self, clause: Clause, least: int = 2) -> bool:
        """Say whether a clause other than this one names an act."""
        return any(s >= least and other is not clause for s, other in zip(self.strengths, self.clauses, strict=True))

    def mark(self, rule: str, place: tuple[int, int], reason: str, confidence: Confidence) -> Mark:
        """Mark a place of the text."""
        start, end = place
        lacks = lacking(self.clauses, names_act=self.strongest > 0)
        return Mark(rule, start, end, self.text[start:end], reason, confidence, lacks)


def lacking(clauses: tuple[Clause, ...], *, names_act: bool) -> tuple[str, ...]:
    """Give the parts of a good duty that clauses don't have."""
    present = {
        "object": names_act,
        "standard": any(clause.has_standard for clause in clauses),
        "frequency": any(clause.has_frequency for clause in clauses),
        "recipient": any(clause.has_recipient for clause in clauses),
    }
    return tuple(part for part, there in present.items() if not there)


_NOTHING: frozenset[str] = frozenset()
_MEASURES = frozenset(("frequency", "named", "role-end"))


def _names_measure(clause: Clause) -> bool:
    """Say whether a clause names a frequency, a paper or a role; `lead` and `bank` name no role by themselves.

    Who does it measures nothing: The head of sales sees that …, the context of an English clause; nor does a verb that
    may be a role (代表公司).
    """
    if clause.kinds.isdisjoint(_MEASURES | _BODY):
        return False
    start = clause.context_end if clause.act.isascii() else clause.start
    named = (word for word in clause.words if word.start >= start and word.kinds & (_MEASURES | _BODY))
    return any(_is_named(word) and word not in clause.heads and not _begins_field(clause, word) for word in named)


def _begins_field(clause: Clause, word: Word) -> bool:
    """Say whether a role only begins the name of a body of people, or of its work: 护士队伍, 秘书工作."""
    if "role-end" not in word.kinds or word.text.isascii():
        return False
    behind = clause.word_at(word.end)
    return behind is not None and not behind.kinds.isdisjoint(_OF_ROLE)


_OF_ROLE = frozenset(("whole", "class", "level"))


def _is_named(word: Word) -> bool:
    """Say whether a word names a measure; 部 and 组 only close the names of departments, which measure nothing."""
    return "no-role" not in word.kinds and (word.text.isascii() or not word.kinds.isdisjoint(_MEASURES))


_BODY = frozenset(("body-end",))


class DutyReading:
    """A duty as read."""

    def __init__(self, sentence: Sentence, marks: tuple[Mark, ...]) -> None:
        self._sentence = sentence
        self.marks: Final = marks
        """The primary mark first."""

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses; of most duties nobody asks for them."""
        return self._sentence.clauses


def first_of(clause: Clause, kind: str) -> Word | None:
    """Give a clause's first word of a kind."""
    if kind not in clause.kinds:
        return None
    return next(word for word in clause.words if kind in word.kinds)
