"""Puts findings into words for people, organisation by organisation, so that what was told can serve again."""

from collections.abc import Sequence

from jdlint.cli import usage
from jdlint.cli.outputs import Output
from jdlint.finding import Finding
from jdlint.run.telling import Block
from jdlint.wording import Speech


def teller(wanted: tuple[Output, ...], asked: str) -> "TextTeller | None":
    """Give the teller of a run that prints text and nothing else; `asked` is the language asked for."""
    is_text = [output.format for output in wanted] == ["text"] and not wanted[0].file
    return TextTeller(asked, colour=usage.wants_colour()) if is_text else None


class TextTeller:
    """Tells findings as the text report does."""

    def __init__(self, asked: str, *, colour: bool) -> None:
        self._asked = asked
        self._colour = colour
        self.manner = f"text {asked} {colour}".encode()

    def fallback(self, languages: Sequence[str | None]) -> str:
        """Give the language that the report speaks where nothing else says which."""
        return usage.language(self._asked, languages)

    def tell(self, findings: Sequence[Finding], fallback: str) -> list[Block]:
        """Tell findings file by file."""
        from jdlint.report.text import blocks  # noqa: PLC0415 - what was told before needs no report

        return blocks(findings, Speech(self._asked, fallback), colour=self._colour)
