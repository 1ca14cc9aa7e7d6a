"""The report as Markdown, for a comment on a pull request; what roles say can't become markup, a mention or a link."""

from collections.abc import Callable, Iterator
from itertools import cycle
from string import Formatter

from jdlint.finding import Finding, Severity, Value, cut, written
from jdlint.pattern import pattern
from jdlint.pipeline import Outcome
from jdlint.report.closing import count, notes, verdict
from jdlint.report.excuse import excuse
from jdlint.report.markup import code, plain
from jdlint.report.told import Told, told
from jdlint.report.width import shown
from jdlint.saying import tell
from jdlint.wording import Speech, Wording

COMMENT = 65_536
"""The longest comment that GitHub takes."""

_MOST_RELATED = 3


def write(outcome: Outcome, speech: Speech) -> str:
    """Write a comment."""
    return write_within(outcome, speech, COMMENT, _utf16)


def write_within(outcome: Outcome, speech: Speech, most: int, size: Callable[[str], int]) -> str:
    """Write at most so much, measured by `size`: what doesn't fit is counted, the heaviest findings come first."""
    language = speech.plain
    findings = told(outcome, speech)
    head = f"<!-- jdlint -->\n### jdlint: {plain(verdict(outcome, language))}\n"
    foot = "".join(_note(cut(note)) for note in notes(outcome, language))
    reserve = _more(len(findings), language)
    left = most - size(head) - size(foot) - size(reserve) - _SPARE
    body, left_out = [], 0
    for piece, is_finding in _pieces(findings, language):
        left -= size(piece)
        if left >= 0:
            body.append(piece)
        else:
            left_out += is_finding
    if left_out:
        body.append("\n" + _more(left_out, language) + "\n")
    return f"{head}{''.join(body)}\n{foot}"


_SPARE = 16
"""Room for the line ends between the parts."""


def _more(number: int, language: str) -> str:
    return tell(language, "report", "left-out", "comment", found=count("finding", number, language))


def _note(text: str) -> str:
    inner = text.removeprefix("  - ")
    return f"- {plain(text)}\n" if inner == text else f"  - {plain(inner)}\n"


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _pieces(findings: list[Told], language: str) -> Iterator[tuple[str, bool]]:
    """Give headings and findings, the heaviest first."""
    for severity in reversed(Severity):
        members = [each for each in findings if each.finding.severity is severity]
        if members:
            heading = tell(language, "report", "headings", severity.label)
            yield f"\n#### {heading} ({len(members)})\n\n", False
        yield from ((_item(each), True) for each in members)


def _item(each: Told) -> str:
    finding, language = each.finding, each.language
    said = _said(finding.template, finding, language)
    advice = _said(finding.help, finding, language)
    beside = [f"{shown(cut(place.file))}:{place.range.start.line}" for place in finding.related[:_MOST_RELATED]]
    lines = [f"- {code(each.where)} {said} · {code(finding.rule)}", *([f"  {advice}"] if advice else [])]
    if finding.suppression:
        lines.append(f"  {code(excuse(finding.suppression, language))}")
    if beside:
        rest = len(finding.related) - len(beside)
        lines.append(f"  ↔ {', '.join(map(code, beside))}{f' +{rest}' if rest else ''}")
    return "<br>\n".join(lines) + "\n"


def _said(template: Wording, finding: Finding, language: str) -> str:
    """Fill a template; what a role says stands as code, in which nothing is a mention, a link or markup."""
    parts = []
    for literal, name, _, _ in Formatter().parse(_CODED_VALUE.sub(r"\1", template.read(language))):
        parts += [write(text) for text, write in zip(_CODED.split(literal), cycle((plain, code)))]
        if name is not None:
            parts.append(_value(finding.values[name], language) if name in finding.values else plain(f"{{{name}}}"))
    return "".join(parts)


_CODED = pattern("`([^`]+)`")
_CODED_VALUE = pattern(r"`(\{\w+\})`")
"""The code that our own messages hold: names of keys, and things to write."""


def _value(value: Value, language: str) -> str:
    text = written(value, language)
    return plain(text) if isinstance(value, Wording | int | float) else code(text)
