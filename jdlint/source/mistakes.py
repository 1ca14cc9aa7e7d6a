"""Explains what libyaml stumbled over, in the terms of those who write role files and at the place where they look."""

import re
from typing import TYPE_CHECKING

from jdlint.location import Span
from jdlint.pattern import pattern
from jdlint.source.source import Problem

if TYPE_CHECKING:
    from yaml import MarkedYAMLError

# libyaml's own words for what it met, and the reason under which rules/syntax/parse.yaml explains it to a person
_REASONS = (
    ("cannot start any token", "tab"),
    ("tab character", "tab"),
    ("end of stream", "cut-off"),
    ("could not find expected ':'", "missing-colon"),
    ("mapping values are not allowed", "second-colon"),
    ("did not find expected ',' or ']'", "open-bracket"),
    ("did not find expected ',' or '}'", "open-bracket"),
    ("did not find expected key", "indentation"),
    ("did not find expected '-' indicator", "indentation"),
    ("block sequence entries are not allowed", "indentation"),
    ("block mapping", "indentation"),
    ("unknown escape character", "escape"),
    ("alphabetic or numeric character", "special-start"),
    ("undefined tag handle", "special-start"),
    ("did not find expected <document start>", "second-document"),
)


def explain(text: str, error: "MarkedYAMLError") -> Problem:
    """Name in our own terms what libyaml stumbled over, at the place where a person would look."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    position = min(mark.index if mark else 0, len(text))
    reason = next((name for words, name in _REASONS if words in problem), "other")
    if reason == "tab" and text[position : position + 1] != "\t":
        reason = "special-start"
    if _tab_before(text, position):
        reason = "tab"
    if "node content" in problem:
        reason = "open-bracket" if "flow" in (error.context or "") else "special-start"
        position = _open_bracket(text, position) if reason == "open-bracket" else position
    elif reason in _BEGUN_BEFORE and error.context_mark:
        position = error.context_mark.index
    return Problem("syntax/parse", Span(position, _word_end(text, position)), reason, {"detail": problem})


_BEGUN_BEFORE = frozenset(("cut-off", "open-bracket", "missing-colon"))
"""Mistakes that a person mends where the quote, bracket or key begins, not where reading stopped."""


def _open_bracket(text: str, position: int) -> int:
    """Find the bracket before a place that isn't closed there; the place itself where there is none."""
    closed = 0
    for at in range(min(position, len(text)) - 1, -1, -1):
        if text[at] in "]}":
            closed += 1
        elif text[at] in "[{":
            if not closed:
                return at
            closed -= 1
    return position


def _tab_before(text: str, position: int) -> bool:
    line_start = text.rfind("\n", 0, position) + 1
    return "\t" in text[line_start:position] and not text[line_start:position].strip()


def _word_end(text: str, position: int) -> int:
    end = position
    while end < len(text) and text[end] not in " \t\r\n" and end - position < _SHOWN:
        end += 1
    return end


_SHOWN = 40
_NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．][ \t]*)?"
_WORD = r"[^\s#'\"：:，。、；,;-][^\s#'\"：:，。、；,;]{0,11}"
_KEY_LIKE = pattern(rf"^[ \t]*(?:- )?({_NUMBER}{_WORD})：", re.MULTILINE)
"""A line that starts with a short word, numbered or not, and a full-width colon."""


def full_width_colons(text: str, span: Span, reason: str) -> list[Problem]:
    """Find what may be keys written with a full-width colon, which YAML takes for ordinary text."""
    return [
        Problem("syntax/full-width-colon", Span(found.end() - 1, found.end()), reason, {"key": found.group(1)})
        for found in _KEY_LIKE.finditer(text, span.start, span.end)
    ]


def look_behind(text: str, problem: Problem) -> Problem:
    """Give the mistake that explains what stopped the reading, where a person made another one than libyaml names."""
    if problem.rule != "syntax/parse":
        return problem
    return _mark_of_merge(text) or _colon_behind(text, problem) or blank_behind(text, problem.span.start) or problem


_MERGE = pattern(r"^(?:<{7}|>{7}) |^={7}$", re.MULTILINE)


def _mark_of_merge(text: str) -> Problem | None:
    """Find the first line by which git marks what two people have changed in different ways."""
    found = _MERGE.search(text)
    return Problem("syntax/parse", Span(found.start(), found.start() + 7), "merge") if found else None


def _colon_behind(text: str, problem: Problem) -> Problem | None:
    """Find the full-width colon that explains a parse problem: on its line, or on the line before."""
    if "：" not in text:
        return None
    line_start = text.rfind("\n", 0, problem.span.start) + 1
    window, above = _lines_around(text, line_start), _parent_line(text, line_start)
    found = full_width_colons(text, window, "key") or full_width_colons(text, above, "key")
    return found[0] if found else None


_BLANKS = "\u00a0\u2000-\u200a\u202f\u3000"
"""What looks like a space and, to YAML, is part of a word."""

_BLANK = pattern(rf"^[ \t]*(?:- )?(?:-|{_WORD}:)?([{_BLANKS}][{_BLANKS} ]*)", re.MULTILINE)
"""Such a blank where only a space counts: before a line's first word, behind its hyphen or behind its first colon."""


def blank_behind(text: str, position: int) -> Problem | None:
    """Find the blank on a line, on the one before or on the one that it belongs to, which only looks like a space."""
    line_start = text.rfind("\n", 0, position) + 1
    for span in (_lines_around(text, line_start), _parent_line(text, line_start)):
        if found := _BLANK.search(text, span.start, span.end):
            return Problem("syntax/parse", Span(*found.span(1)), "blank")
    return None


def _lines_around(text: str, line_start: int) -> Span:
    """Give a line and the one before it."""
    line_end = text.find("\n", line_start)
    start = text.rfind("\n", 0, max(line_start - 1, 0)) + 1
    return Span(start, len(text) if line_end == -1 else line_end)


def _parent_line(text: str, line_start: int) -> Span:
    """Give the nearest line above that isn't indented more: a plain text begun there runs on to here."""
    most = _indent(text, line_start)
    end = line_start - 1
    while end > 0:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip() and _indent(text, start) <= most:
            return Span(start, end)
        end = start - 1
    return Span(0, 0)


def _indent(text: str, position: int) -> int:
    start = position
    while text[position : position + 1] == " ":
        position += 1
    return position - start
