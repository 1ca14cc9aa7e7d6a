"""Sections: the lines of a role are put under their labels."""

from jdlint.bring.accept import Open, accepted, goes_on
from jdlint.bring.cells import columns_at, rows
from jdlint.bring.divide import Sheet
from jdlint.bring.field import HEAD, LISTS, ROOTS
from jdlint.bring.label import Label, glued
from jdlint.bring.left import Reason
from jdlint.bring.line import Line
from jdlint.bring.part import Part, Sections
from jdlint.bring.row import main_column
from jdlint.bring.title import alone
from jdlint.bring.unlabelled import PROSE, Unlabelled, whole
from jdlint.bring.words import GROUP, PART, PERSONAL, REMARK, SERIAL, SHARE, STATEMENT, label_words
from jdlint.finding import Confidence

_LONGEST_VALUE = 60
_TABLES = LISTS | ROOTS | {"training", "benefits"}


def sections(sheet: Sheet) -> Sections:
    """Put the lines of a role under their labels."""
    reader = _Reader(sheet.lines, lists_duties=_lists_duties(sheet))
    reader.read()
    return Sections(tuple(reader.parts), tuple(reader.left))


def _lists_duties(sheet: Sheet) -> bool:
    """Say whether the heading of a role promises its duties, and nothing but plain lines follow (店长岗位职责)."""
    if not sheet.title.suffix.endswith(label_words().promises):
        return False
    said = [line for line in sheet.lines if line.text]
    return len(said) > 1 and not any(line.label or line.number or line.cells or line.columns for line in said)


class _Reader(Unlabelled):
    """Goes through the lines of a role once."""

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
            line = line._replace(text=whole(line), label=None)
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
        elif field in (REMARK, PERSONAL) or field in HEAD or field.startswith("review"):
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
            self._append(line._replace(text=whole(line), label=None))  # a kind of it: 人事权限：…
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
        if not self._gathered or len(self._gathered) > PROSE or any(part.field == "purpose" for part in self.parts):
            return False
        return not any(line.number for line in self._gathered)

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
