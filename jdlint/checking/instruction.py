"""What a comment for jdlint asks for: `ignore[rule, rule] reason`, or what is wrong with it."""

from functools import cache

from jdlint import knowledge
from jdlint.finding import Value
from jdlint.language.fold import fold
from jdlint.location import Span
from jdlint.near import nearest
from jdlint.record import NamedTuple
from jdlint.source.comment import Comment
from jdlint.source.source import Problem


class Named(NamedTuple):
    """The name of a rule in a comment."""

    name: str
    span: Span


class Ignore(NamedTuple):
    """An instruction to leave rules aside at a place."""

    rules: tuple[Named, ...]
    reason: str
    span: Span
    is_file: bool
    """Whether it speaks of the whole file."""


class _Words(NamedTuple):
    known: dict[str, str]
    others: frozenset[str]
    opening: dict[str, str]
    between: str
    before_reason: str


@cache
def _words() -> _Words:
    data = knowledge.load("lexicon/instructions")
    opening = {pair[0]: pair[1] for pair in data["brackets"]}
    return _Words(
        data["known"], frozenset(map(fold, data["others"])), opening, data["between_rules"], data["before_reason"]
    )


def read_instruction(comment: Comment) -> tuple[Ignore | None, tuple[Problem, ...]]:
    """Read a comment; gives neither an instruction nor a problem where it is prose."""
    reader = _Reader(comment)
    return reader.read(), tuple(reader.problems)


class _Reader:
    """Reads one comment from left to right."""

    def __init__(self, comment: Comment) -> None:
        self.problems: list[Problem] = []
        self._comment = comment
        self._text = comment.text
        self._offset = comment.span.end - len(comment.text)

    def read(self) -> Ignore | None:
        text, words = self._text, _words()
        start = len(text) - len(text.lstrip())
        end = start
        while end < len(text) and (text[end].isalnum() or text[end] in "-_"):
            end += 1
        word, rest = text[start:end], text[end:]
        opening = rest.lstrip()[:1]
        if word not in words.known:
            self._tell_word(word, is_instruction=opening in words.opening)
            return None
        if opening not in words.opening:
            self._tell("suppression/no-rule", "brackets" if "/" in rest else "none", {"word": word})
            return None
        first = end + rest.index(opening) + 1
        last = _closing(text, first)
        if last is None:
            self._tell("suppression/malformed", "open", {"word": word})
            return None
        if text[first - 1] != "[" or text[last] != "]" or not self._comment.head.isascii():
            self._tell("suppression/malformed", "marks", {"word": word})
        return self._ignore(word, first, last)

    def _ignore(self, word: str, first: int, last: int) -> Ignore | None:
        words = _words()
        is_file = words.known[word] == "file"
        if is_file and not self._comment.is_first:
            self._tell("suppression/malformed", "late", {"word": word})
            return None
        rules = tuple(self._names(first, last))
        if not rules:
            self._tell("suppression/no-rule", "none", {"word": word})
            return None
        reason = self._text[last + 1 :].lstrip(f" \t{words.before_reason}").rstrip()
        if not any(character.isalnum() for character in reason):
            self._tell("suppression/no-reason", "comment", {"rule": ", ".join(rule.name for rule in rules)})
            return None
        return Ignore(rules, reason, self._comment.span, is_file)

    def _names(self, first: int, last: int) -> list[Named]:
        found, start = [], first
        for position in range(first, last + 1):
            if position == last or self._text[position] in _words().between or self._text[position].isspace():
                name = self._text[start:position].strip("`'\"“”‘’ ")
                if name:
                    at = self._offset + self._text.index(name, start)
                    found.append(Named(name, Span(at, at + len(name))))
                start = position + 1
        return found

    def _tell_word(self, word: str, *, is_instruction: bool) -> None:
        """Report a word that is no instruction; prose behind `jdlint:` is nobody's mistake."""
        words = _words()
        near = nearest(word, words.known)
        if not word or not (is_instruction or near or fold(word) in words.others):
            return
        self._tell("suppression/malformed", "word", {"word": word, "meant": near or "ignore"})

    def _tell(self, rule: str, reason: str, values: dict[str, Value]) -> None:
        self.problems.append(Problem(rule, self._comment.span, reason, values))


def _closing(text: str, start: int) -> int | None:
    """Find the bracket that closes, of whatever pair: people mix them."""
    closing = frozenset(_words().opening.values())
    return next((index for index in range(start, len(text)) if text[index] in closing), None)
