"""Sections: the lines of a role are put under the labels that they belong to."""

from jdlint.bring.accept import Open, accepted, goes_on
from jdlint.bring.cells import columns_at, rows
from jdlint.bring.divide import Sheet
from jdlint.bring.field import HEAD, LISTS, ROOTS
from jdlint.bring.label import GROUP, PART, PERSONAL, REMARK, SERIAL, SHARE, STATEMENT, Label, glued, names_area
from jdlint.bring.left import Left, Reason
from jdlint.bring.line import Line
from jdlint.bring.number import Number, bare
from jdlint.bring.requirement import asks_of_holder, unlabelled
from jdlint.bring.row import main_column
from jdlint.bring.runs import counted, is_about_persons, run
from jdlint.bring.title import alone
from jdlint.finding import Confidence
from jdlint.record import NamedTuple

_ENDS = "。；;.!！?？"
_HEADING = 22
"""Characters up to which a line without an end may be a heading."""
_PARAGRAPH = 40
"""Characters from which an unnumbered text is a paragraph."""
_PROSE = 2
"""Paragraphs from which a role without labels is an essay."""
_LONGEST_VALUE = 60
_TABLES = LISTS | ROOTS | {"training", "benefits"}


class Part(NamedTuple):
    """The lines that stand under one label, or that stand together without one."""

    field: str
    """The field that they belong to; '' where nothing says it."""
    lines: tuple[Line, ...]
    label: Label | None = None
    head: Line | None = None
    """The line of the label."""
    sure: Confidence = Confidence.HIGH
    area: str = ""
    share: str = ""
    columns: tuple[Label, ...] = ()
    """Of a table: its columns, which the cells of the lines are in."""


class Sections(NamedTuple):
    """The parts of a role, and the lines that say nothing."""

    parts: tuple[Part, ...]
    left: tuple[Left, ...]


def sections(sheet: Sheet) -> Sections:
    """Put the lines of a role under their labels."""
    reader = _Reader(sheet)
    reader.read()
    return Sections(tuple(reader.parts), tuple(reader.left))


class _Reader:
    """Goes through the lines of a role once; holds what section is open."""

    def __init__(self, sheet: Sheet) -> None:
        self.lines = sheet.lines
        self.parts: list[Part] = []
        self.left: list[Left] = []
        self._part = Part("", ())
        """The section that is open; its lines are gathered beside it."""
        self._gathered: list[Line] = []
        self._pending: Line | None = None
        """The label that lacks its value."""
        self._root = ""
        self._items: dict[str, Number] = {}
        self._headings: dict[str, Number] = {}
        self._is_implicit = True
        self._has_lists = False
        self._known: set[str] = set()
        """Fields that have their value."""
        self._paragraphs = 0
        self._interrupted: tuple[str, dict[str, Number]] | None = None
        """The list that a remark beside one of its items interrupts, and its numbers."""
        self._skip = 0

    def read(self) -> None:
        """Read all lines."""
        for at, line in enumerate(self.lines):
            if at >= self._skip:
                self._line(at, line)
        self._close()

    def _line(self, at: int, line: Line) -> None:
        columns = line.columns or columns_at(self.lines, at)
        if columns:
            self._table(at, line, columns)
            return
        label = accepted(line, self._open_now())
        if label:
            self._labelled(at, line, label)
            return
        if line.label:
            if not line.text and not line.number and _is_cell(line.label):
                self._leave(line, Reason.COLUMN)
                return
            line = line._replace(text=_whole(line), label=None)
        if not line.text:
            self._leave(line, Reason.NUMBER)
        elif self._pending is not None and self._is_value(self._pending, line):
            pending = self._pending
            self._value(pending._replace(written=f"{pending.written} {line.written}"), line.text)
        else:
            self._give_up()
            self._text(at, line)

    def _open_now(self) -> Open:
        return Open(self._part.field, self._root, bool(self._gathered), self._items, self._headings, self._known)

    def _leave(self, line: Line, reason: Reason) -> None:
        self.left.append(Left(line.place, line.written, reason))

    # opening and closing

    def _open(self, field: str, line: Line | None = None, label: Label | None = None, area: str = "") -> None:
        goes_on = field == self._part.field and not self._gathered
        if field != "notes":
            self._interrupted = None
        elif self._part.field in LISTS and line is not None and not line.number:
            self._interrupted = self._part.field, self._items
        self._close()
        is_implicit = label is None
        sure = Confidence.MEDIUM if label is None or not label.is_exact else Confidence.HIGH
        if line is not None and not line.is_sure:
            sure = Confidence.LOW
        self._part = Part(field, (), label, line, sure, area)
        self._is_implicit = is_implicit
        root = field.partition(".")[0]
        self._root = root if root in ROOTS else ""
        self._has_lists = self._has_lists or field in LISTS
        self._items = self._items if goes_on else {}

    def _close(self) -> None:
        if self._gathered or (self._part.head is not None and self._part.field):
            self.parts.append(self._part._replace(lines=tuple(self._gathered)))
        self._part, self._gathered = Part("", ()), []
        self._give_up()

    def _give_up(self) -> None:
        """Note that a label has no value."""
        if self._pending is not None:
            self._leave(self._pending, Reason.EMPTY)
        self._pending = None

    # labels

    def _labelled(self, at: int, line: Line, label: Label) -> None:
        self._give_up()
        if line.number and not line.number.is_bullet:
            self._headings[line.number.style] = line.number
        field = label.field
        if field == SERIAL or (field.startswith("kpis.") and not line.text):
            self._leave(line, Reason.COLUMN)
        elif field == PART:
            self._heading(line)
        elif field in (GROUP, STATEMENT, SHARE):
            self._grouped(line, label)
        elif field in (REMARK, PERSONAL) or field in HEAD or field.startswith("review") or field == "deputy":
            self._value_label(line, label)
        elif field == "duties" and label.modifier and self._part.field == "duties" and not alone(label.modifier):
            self._open("duties", line, label, area=label.words.strip(" :："))
        else:
            self._list_label(at, line, label)

    def _heading(self, line: Line) -> None:
        """Take a heading that says nothing of its own (基本信息)."""
        if line.text:
            self.parts.append(Part("notes", (line,), line.label, line, Confidence.MEDIUM))
            return
        self._leave(line, Reason.HEADING)
        if line.number or line.level or self._part.field not in (*LISTS, "relations"):
            self._close()
            self._root = ""

    def _grouped(self, line: Line, label: Label) -> None:
        """Take what heads a group of duties: 职责一, its statement, its share of the time."""
        if label.field == GROUP:
            self._open("duties", line, label, area=line.text or label.words)
            return
        if label.field == STATEMENT and self._part.field not in ("", "duties"):
            self._append(line._replace(label=None))
            return
        self.parts.append(Part(label.field, (line,), label, line))
        if label.field == STATEMENT:
            if self._gathered and not self._is_group():
                self._open(self._part.field, None, self._part.label)
            self._part = self._part._replace(area=line.text)
        elif self._is_group() or not self._gathered:
            self._part = self._part._replace(share=line.text)
        else:
            self._gathered[-1] = self._gathered[-1]._replace(share=line.text)

    def _is_group(self) -> bool:
        return self._part.label is not None and self._part.label.field == GROUP

    def _value_label(self, line: Line, label: Label) -> None:
        if self._part.field not in ("kpis", "relations") and not self._part.field.startswith("relations"):
            root = self._root if label.field in (PERSONAL, REMARK) else ""
            self._close()
            self._root = ""
            if root:
                self._open(root)
        self._give_up()
        if line.text:
            self._value(line._replace(label=label), line.text)
        else:
            self._pending = line._replace(label=label)

    def _value(self, line: Line, text: str) -> None:
        label = line.label
        assert label is not None  # noqa: S101 - only labelled lines have values
        sure = Confidence.HIGH if line.is_sure and label.is_exact else Confidence.LOW
        self._known.add(label.field)
        self.parts.append(Part(label.field, (line._replace(text=text),), label, line, sure))
        self._pending = None

    def _is_value(self, pending: Line, line: Line) -> bool:
        """Say whether a line is the value that the label before it lacks."""
        if line.number or len(line.text) > _LONGEST_VALUE:
            return False
        asks = pending.label.field if pending.label else ""
        return line.text[-1:] not in "。；;" or asks in (REMARK, PERSONAL)

    def _list_label(self, at: int, line: Line, label: Label) -> None:
        if line.text and label.field == self._part.field and label.field in LISTS and not line.number:
            self._append(line._replace(text=_whole(line), label=None))  # a kind of it: 人事权限：…
            return
        if label.field == "notes" and self._part.field in LISTS and not line.text and self._list_goes_on(at):
            items = self._items
            self._open(self._part.field, line, None, area=label.words.strip(" :："))
            self._items = items
            self.parts.append(Part(STATEMENT, (line._replace(text=label.words),), label, line))
            return
        if label.field == "duties" and self._part.field == "duties" and not line.text:
            if self._is_group():
                self._leave(line, Reason.HEADING)
                return
            if self._is_paragraph():
                self._part = self._part._replace(field="purpose")
        if len(glued(line.text)) > len("AB"):  # the heads of columns that the copy has put into one line
            self._leave(line._replace(written=line.text), Reason.COLUMN)
            line = line._replace(text="", written=label.words)
        field = "duties" if label.field == "purpose" and self._lists(at, line) else label.field
        self._open(field, line, label)
        if len(label.remark) > len("必填项"):
            remark = line._replace(text=f"({label.remark})", written=label.remark)
            self.parts.append(Part("notes", (remark,), None, None, Confidence.MEDIUM))
        self._take(line)
        if line.text and ("." in label.field or label.field == "purpose"):
            self._end_value(at, label)

    def _lists(self, at: int, line: Line) -> bool:
        """Say whether a list stands below a heading of a text (主要工作)."""
        following = [each for each in self.lines[at + 1 : at + 3] if each.number and not each.label]
        return not line.text and len(following) > 1 and following[1].number != following[0].number

    def _list_goes_on(self, at: int) -> bool:
        """Say whether the numbers behind a heading go on those of the list before it."""
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        return following is not None and not following.label and goes_on(following, self._items)

    def _end_value(self, at: int, label: Label) -> None:
        """Go back to the group of a field that has its value, unless its text goes on in the next line."""
        root = label.field.partition(".")[0]
        following = self.lines[at + 1] if at + 1 < len(self.lines) else None
        if following is None or following.after_gap or following.label or root in ROOTS:
            self._close()
            if root in ROOTS:
                self._open(root)

    def _is_paragraph(self) -> bool:
        """Say whether what stands under a heading of duties is a text before the list of them."""
        if not self._gathered or len(self._gathered) > _PROSE or any(part.field == "purpose" for part in self.parts):
            return False
        return not any(line.number for line in self._gathered)

    # lines without labels

    def _text(self, at: int, line: Line) -> None:
        line = self._with_bare_number(line)
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
        else:
            self._unlabelled(line)

    def _with_bare_number(self, line: Line) -> Line:
        """Set apart a number that no mark follows, where the list awaits it."""
        last = self._items.get("digit")
        found = bare(line.text, last.value + 1) if last and not line.number else None
        return line._replace(number=found[0], text=found[1]) if found else line

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

    def _take(self, line: Line) -> None:
        if line.text:
            self._gathered.append(line._replace(label=None))

    def _append(self, line: Line) -> None:
        """Add a line to the open section."""
        if line.number:
            self._items[line.number.style] = line.number
        self._gathered.append(line)

    def _is_unknown_heading(self, line: Line, number: Number) -> bool:
        """Say whether a numbered line is a heading that nobody knows: one of a list of headings, or of an essay."""
        is_short = len(line.text) <= _HEADING and line.text[-1:] not in _ENDS
        known = self._headings.get(number.style)
        if is_short and known is not None and number.follows(known, 1) and number.style not in self._items:
            return True
        return is_short and self._paragraphs >= _PROSE and not self._has_lists and self._part.field in ("", "notes")

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
        if self._part.field == "notes" and self._is_implicit and number.value == 1 and self._paragraphs >= _PROSE:
            before = self.lines[at - 1] if at else None
            is_led = before is not None and (before.number is not None or before.text[-1:] in ":：")
            return not is_led and len(run(self.lines, at)) > _PROSE
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
        text = _whole(head)
        is_short = len(text) <= _HEADING and text[-1:] not in _ENDS
        return is_short and head.number.value > 1 and self._items.get(head.number.style) == head.number

    def _is_area(self, head: Line, line: Line) -> bool:
        """Say whether a list stands below one of several areas of duties (三、其他)."""
        if head.number is None or line.number is None or head.number.style == line.number.style:
            return False
        return head.number.value > 1 and names_area(_whole(head))

    def _unlabelled(self, line: Line) -> None:
        """Place a line without number and label at the head of a role."""
        field = unlabelled(line.text)
        if field:
            self.parts.append(Part(field, (line,), sure=Confidence.LOW))
            return
        is_paragraph = len(line.text) >= _PARAGRAPH or line.text[-1:] in _ENDS
        self._paragraphs += len(line.text) >= _PARAGRAPH
        is_purpose = is_paragraph and not self._has_lists and not line.text.startswith(("(", "（"))
        self.parts.append(Part("purpose" if is_purpose else "notes", (line,), sure=Confidence.MEDIUM))

    # tables

    def _table(self, at: int, line: Line, columns: tuple[Label, ...]) -> None:
        main = columns[main_column(columns)]
        field = main.field.partition(".")[0]
        if field not in _TABLES:
            self._leave(line, Reason.COLUMN)
            return
        if not (self._part.field.partition(".")[0] == field and not self._gathered and not self._part.columns):
            self._open(field if field == "kpis" else main.field, line, main)
        self._part = self._part._replace(columns=columns)
        if line.columns:
            self._leave(line, Reason.COLUMN)
            return
        for head in self.lines[at : at + len(columns)]:
            self._leave(head, Reason.COLUMN)
        found = rows(self.lines, at + len(columns), columns)
        for row in found:
            self._gathered.append(row[main_column(columns)]._replace(cells=tuple(cell.text for cell in row)))
        self._skip = at + len(columns) * (len(found) + 1)


def _is_cell(label: Label) -> bool:
    """Say whether words are a cell of a table: the head of a column, 其他 beside a blank."""
    return label.is_exact and (label.field.startswith("kpis.") or label.field.endswith(".other"))


def _whole(line: Line) -> str:
    """Give a line with the words that aren't taken for its label here."""
    written = line.written
    if line.number and written.startswith(line.number.written):
        written = written[len(line.number.written) :].strip()
    return written or (f"{line.label.words}{line.text}" if line.label else line.text)
