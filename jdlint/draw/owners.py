"""Tells which role a place in a file belongs to."""

from collections import defaultdict
from collections.abc import Iterable

from jdlint.draw.chart import Box, Spot


class Owners:
    """The roles of a run by the places at which they begin."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._of_file: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for box in boxes:
            if box.spot:
                self._of_file[box.spot.file].append((box.spot.pointer, box.key))

    def at(self, spot: Spot) -> str | None:
        """Give the key of the role that a place belongs to; None where it belongs to none."""
        found = self._of_file.get(spot.file, ())
        return next((key for start, key in found if _is_inside(spot.pointer, start)), None)


def _is_inside(place: str, start: str) -> bool:
    return not start or place == start or place.startswith((f"{start}.", f"{start}["))
