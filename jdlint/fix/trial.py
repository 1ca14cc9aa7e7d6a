"""Tries fixes on one organisation in memory: those that don't hold are taken back, as few as can be told apart."""

from collections.abc import Callable, Mapping, Sequence

from jdlint.finding import Finding
from jdlint.fix.batch import Offer, made
from jdlint.fix.judge import Fault, faults, unreadable
from jdlint.record import NamedTuple

Texts = Mapping[str, bytes]
Look = Callable[[Texts], Sequence[Finding]]
"""Checks an organisation whose files read so, and gives what it finds."""


class Tried(NamedTuple):
    """What became of a batch."""

    texts: Texts
    found: Sequence[Finding]
    kept: tuple[Offer, ...]
    refused: tuple[tuple[Offer, Fault], ...]


def tried(texts: Texts, before: Sequence[Finding], batch: Sequence[Offer], look: Look) -> Tried:
    """Make the fixes of a batch that hold: first all at once, then without the suspects, then these again."""
    trial = _Trial(texts, before, look)
    suspects = trial.keep_all_but_suspects(list(batch))
    while suspects:
        suspects = trial.add(suspects)
    return Tried(made(texts, trial.kept), trial.found, tuple(trial.kept), tuple(trial.refused))


class _Trial:
    """What has been kept and refused so far."""

    def __init__(self, texts: Texts, before: Sequence[Finding], look: Look) -> None:
        self._texts = texts
        self._before = before
        self._look = look
        self.kept: list[Offer] = []
        self.refused: list[tuple[Offer, Fault]] = []
        self.found = before

    def keep_all_but_suspects(self, offers: list[Offer]) -> list[Offer]:
        """Keep what holds together; give those that may be why the others didn't."""
        suspects: list[Offer] = []
        while offers and (faulty := self._faults(offers)):
            suspects += (offers[number] for number in faulty)
            offers = [offer for number, offer in enumerate(offers) if number not in faulty]
        return suspects

    def add(self, suspects: list[Offer]) -> list[Offer]:
        """Try one suspect of each role on top of what is kept; give those that have to wait for their turn."""
        tries = _one_of_each_role(suspects)
        waiting = [offer for offer in suspects if offer not in tries]
        while tries and (faulty := self._faults(tries)):
            own = {number - len(self.kept): fault for number, fault in faulty.items() if number >= len(self.kept)}
            if not own and len(tries) > 1:  # who is to blame can't be told: half of them wait
                half = len(tries) // 2
                tries, waiting = tries[:half], [*tries[half:], *waiting]
                continue
            own = own or {0: next(iter(faulty.values()))}
            self.refused += ((tries[number], fault) for number, fault in own.items())
            tries = [offer for number, offer in enumerate(tries) if number not in own]
        return waiting

    def _faults(self, more: list[Offer]) -> dict[int, Fault]:
        """Try offers on top of what is kept, and keep them where nothing is wrong."""
        offers = [*self.kept, *more]
        texts = made(self._texts, offers)
        found = self._look(texts)
        faulty = faults(self._before, found, offers) or unreadable(self._texts, texts, offers)
        if not faulty:
            self.kept, self.found = offers, found
        return faulty


def _one_of_each_role(offers: Sequence[Offer]) -> list[Offer]:
    """Give the first offer of each role: what one brings about in its own role is its own doing."""
    first: dict[tuple[str, str | None], Offer] = {}
    for offer in offers:
        first.setdefault((offer.finding.place.file, offer.finding.role), offer)
    return list(first.values())
