"""Tells which role a place in a file belongs to."""

from collections import defaultdict
from collections.abc import Iterable

from jdlint.draw.chart import Box, Spot


class Owners:
    """The roles of a run by the places at which they begin; none stands inside another."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._of_file: dict[str, dict[str, str]] = defaultdict(dict)
        for box in boxes:
            if box.spot:
                self._of_file[box.spot.file].setdefault(box.spot.pointer, box.key)

    def at(self, spot: Spot) -> str | None:
        """Give the key of the role that a place belongs to; None where it belongs to none."""
        found, place = self._of_file.get(spot.file, {}), spot.pointer
        while place and place not in found:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return found.get(place)
