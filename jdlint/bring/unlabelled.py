"""Lines without labels: items of the list that is open, lists and headings that nobody knows, and paragraphs."""

from jdlint.bring.field import LISTS
from jdlint.bring.gathering import Gathering
from jdlint.bring.left import Reason
from jdlint.bring.line import Line
from jdlint.bring.number import Number, bare
from jdlint.bring.part import Part
from jdlint.bring.requirement import asks_of_holder, unlabelled
from jdlint.bring.runs import counted, is_about_persons, run
from jdlint.bring.words import STATEMENT, names_area
from jdlint.finding import Confidence

ENDS = "。；;.!！?？"
_HEADING = 22
"""Characters up to which a line without an end may be a heading."""
_PARAGRAPH = 40
"""Characters from which an unnumbered text is a paragraph."""
PROSE = 2
"""Paragraphs from which a role without labels is an essay."""


class Unlabelled(Gathering):
    """Places lines that stand under no label of their own."""

    def _text(self, at: int, line: Line) -> None:
        line = self._with_bare_number(at, line)
        if self._counts(line):
            self._leave(line, Reason.NUMBER)
        elif self._part.columns and len(line.cells) > 1:
            self._gathered.append(line)
        elif line.number and self._is_unknown_heading(line, line.number):
            self._unknown(at, line)
        elif line.number and (not self._part.field or self._restarts(at, line.number)):
            self._restart(at, line)
        elif self._part.field == "duties" and not line.number and asks_of_holder(line.text):
            self._open("qualifications")
            self._append(line)
        elif self._part.field:
            self._append(line)
        elif self.lists_duties and not unlabelled(line.text):
            self._open("duties")
            self._append(line)
        else:
            self._unlabelled(line)

    def _with_bare_number(self, at: int, line: Line) -> Line:
        """Set apart a number that no mark follows, where the list awaits it."""
        last = self._items.get("digit")
        if line.number or (last is None and not self._begins_bare(at)):
            return line
        found = bare(line.text, last.value + 1 if last else 1)
        return line._replace(number=found[0], text=found[1]) if found else line

    def _begins_bare(self, at: int) -> bool:
        """Say whether a list of duties begins whose numbers no mark follows: 1接待来客, 2登记电话."""
        if self._part.field != "duties" or self._gathered:
            return False
        following = self.lines[at + 1 : at + 3]
        return len(following) > 1 and all(bare(each.text, 2 + n) for n, each in enumerate(following))

    def _counts(self, line: Line) -> bool:
        """Say whether a line is nothing but a number of the list, and keep count."""
        last = self._items.get("digit", Number("digit", 0))
        value = counted(line.text, last.value)
        if value is None:
            return False
        if self._part.field == "notes" and self._interrupted:
            field, items = self._interrupted
            self._open(field)
            self._items = items
        if value:
            self._items["digit"] = Number("digit", value, written=line.text.strip())
        return not value or self._part.field in ("", *LISTS)

    def _is_unknown_heading(self, line: Line, number: Number) -> bool:
        """Say whether a numbered line is a heading that nobody knows: one of a list of headings, or of an essay."""
        is_short = len(line.text) <= _HEADING and line.text[-1:] not in ENDS
        known = self._headings.get(number.style)
        if is_short and known is not None and number.follows(known, 1) and number.style not in self._items:
            return True
        return is_short and self._paragraphs >= PROSE and not self._has_lists and self._part.field in ("", "notes")

    def _unknown(self, at: int, line: Line) -> None:
        """Open what stands under a heading that nobody knows: requirements, where its list says so, else notes."""
        found = run(self.lines, at + 1) if at + 1 < len(self.lines) else []
        if len(found) > 1 and found[0].number and is_about_persons(found, is_first=False):
            self._open("qualifications")
            self._leave(line, Reason.HEADING)
        elif found and found[0].number and self._part.field == "duties" and names_area(line.text):
            self._open("duties", area=line.text.strip())
            self.parts.append(Part(STATEMENT, (line,)))
        else:
            self._open("notes", line)
            self._gathered.append(line)

    def _restarts(self, at: int, number: Number) -> bool:
        """Say whether a number begins another list without a label."""
        if number.is_bullet:
            return False
        if self._part.field == "notes" and self._is_implicit and number.value == 1 and self._paragraphs >= PROSE:
            before = self.lines[at - 1] if at else None
            is_led = before is not None and (before.number is not None or before.text[-1:] in ":：")
            return not is_led and len(run(self.lines, at)) > PROSE
        last = self._items.get(number.style)
        if last is None or number.value > last.value or self._part.field not in ("duties", "qualifications"):
            return False
        # where every item is numbered 1 the list goes on
        return last.value > 1 or any(each.number and each.number.follows(number) for each in run(self.lines, at))

    def _restart(self, at: int, line: Line) -> None:
        """Open the section that a list without a label belongs to, by what most of its items say."""
        if self._part.field == "duties" and self._is_implicit and at and self._is_heading(self.lines[at - 1], line):
            self._append(line)
            return
        found = run(self.lines, at)
        field = "qualifications" if is_about_persons(found, is_first=not self._has_lists) else "duties"
        if self._part.field == "qualifications" and not self._is_implicit:
            field = "qualifications"
        if self._part.field == "duties" and at and self._is_area(self.lines[at - 1], line):
            field = "duties"
        if field != self._part.field or (field == "duties" and self._is_implicit):
            self._open(field, area=self._part.area if self._part.field in ("", "duties") else "")
        self._append(line)

    def _is_heading(self, head: Line, line: Line) -> bool:
        """Say whether a list stands below a short line that is numbered in another way, as one before it was."""
        if head.number is None or line.number is None or head.number.style == line.number.style:
            return False
        text = whole(head)
        is_short = len(text) <= _HEADING and text[-1:] not in ENDS
        return is_short and head.number.value > 1 and self._items.get(head.number.style) == head.number

    def _is_area(self, head: Line, line: Line) -> bool:
        """Say whether a list stands below one of several areas of duties (三、其他)."""
        if head.number is None or line.number is None or head.number.style == line.number.style:
            return False
        return head.number.value > 1 and names_area(whole(head))

    def _unlabelled(self, line: Line) -> None:
        """Place a line without number and label at the head of a role."""
        field = unlabelled(line.text)
        if field:
            self.parts.append(Part(field, (line,), sure=Confidence.LOW))
            return
        is_paragraph = len(line.text) >= _PARAGRAPH or line.text[-1:] in ENDS
        self._paragraphs += len(line.text) >= _PARAGRAPH
        is_purpose = is_paragraph and not self._has_lists and not line.text.startswith(("(", "（"))
        self.parts.append(Part("purpose" if is_purpose else "notes", (line,), sure=Confidence.MEDIUM))


def whole(line: Line) -> str:
    """Give a line with the words that aren't taken for its label here."""
    return line.unnumbered or (f"{line.label.words}{line.text}" if line.label else line.text)
