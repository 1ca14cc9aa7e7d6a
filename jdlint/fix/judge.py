"""Judges a batch of fixes: each must remove its finding, and none may bring another one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from jdlint.finding import Finding
from jdlint.fix.batch import Offer
from jdlint.record import NamedTuple
from jdlint.source.tree import Mapping as Tree
from jdlint.source.yaml import read

Key = tuple[str, str, str | None]
"""A rule, a file and a role: what findings are counted by, since words and places of entries change."""


class Fault(NamedTuple):
    """Why a fix can't stay."""

    reason: str
    """left: its finding is still there; adds: another finding is there; unreadable: the file can't be read any more."""
    names: tuple[str, ...] = ()
    """The rules of the findings that it brings, or the file that it can't change."""


def faults(before: Sequence[Finding], after: Sequence[Finding], offers: Sequence[Offer]) -> dict[int, Fault]:
    """Give the faulty ones of some offers by number, or those that may be the cause where that can't be told.

    Of a batch of one the answer is exact.
    """
    if is_about_reading(offers):
        return _faults_of_reading(before, after, offers)
    had, has = Counter(map(_key, before)), Counter(map(_key, after))
    fixed = Counter(_key(offer.finding) for offer in offers)
    shown = Counter((rule, *_key(offer.finding)[1:]) for offer in offers for rule in offer.fix.reveals)
    found: dict[int, Fault] = {}
    for key, count in has.items():
        if count <= had[key] - fixed[key] + shown[key]:
            continue
        for number in _suspects(key, offers):
            found.setdefault(number, _fault(key, offers[number], more=count > had[key]))
    return found


def is_about_reading(offers: Iterable[Offer]) -> bool:
    """Whether fixes are about how a file is read: what they bring to light was there before, unseen."""
    return any(offer.finding.rule.startswith("syntax/") for offer in offers)


def unreadable(before: Mapping[str, bytes], after: Mapping[str, bytes], offers: Sequence[Offer]) -> dict[int, Fault]:
    """Give the offers on how files are read after which one can't be read any more that said something."""
    about = {offer.finding.place.file for offer in offers if is_about_reading([offer])}
    lost = {file for file in about if _has_keys(file, before[file]) and not _has_keys(file, after[file])}
    return {
        number: Fault("unreadable", ("syntax/parse",))
        for number, offer in enumerate(offers)
        if offer.finding.place.file in lost
    }


def _has_keys(file: str, raw: bytes) -> bool:
    """Whether a file reads as keys with values, and not as one text or not at all."""
    source = read(file, raw)
    return source.readable and any(isinstance(document, Tree) for document in source.documents)


def _key(finding: Finding) -> Key:
    return finding.rule, finding.place.file, finding.role


def _fault(key: Key, offer: Offer, *, more: bool) -> Fault:
    if key == _key(offer.finding) and not more:
        return Fault("left")
    if key[0] in ("syntax/parse", "syntax/encoding"):
        return Fault("unreadable", (key[0],))
    return Fault("adds", (key[0],))


def _suspects(key: Key, offers: Sequence[Offer]) -> list[int]:
    """Give the offers that may have brought a finding: those of its rule and role, of its role, of its file, or all."""
    rule, file, role = key
    about = [number for number, offer in enumerate(offers) if file in offer.files or offer.finding.place.file == file]
    of_role = [number for number in about if offers[number].finding.role == role]
    same = [number for number in of_role if offers[number].finding.rule == rule]
    return same or of_role or about or list(range(len(offers)))


def _faults_of_reading(
    before: Sequence[Finding], after: Sequence[Finding], offers: Sequence[Offer]
) -> dict[int, Fault]:
    """Judge by the problems of reading alone; reading stops at the first one, so those further down are no fault."""
    found: dict[int, Fault] = {}
    for file in dict.fromkeys(offer.finding.place.file for offer in offers):
        own = [number for number, offer in enumerate(offers) if offer.finding.place.file == file]
        last = max(offers[number].finding.place.range.start.line for number in own)
        had, has = _problems(before, file, last), _problems(after, file, last)
        fixed = Counter(offers[number].finding.rule for number in own)
        for rule, count in has.items():
            if count > had[rule] - fixed[rule]:
                same = [number for number in own if offers[number].finding.rule == rule] or own
                for number in same:
                    left = rule == offers[number].finding.rule
                    found[number] = Fault("left") if left else Fault("unreadable", (rule,))
    return found


def _problems(findings: Iterable[Finding], file: str, last: int) -> Counter[str]:
    """Count the problems of reading a file, down to a line, by rule."""
    return Counter(
        finding.rule
        for finding in findings
        if finding.place.file == file
        and finding.rule.startswith("syntax/")
        and finding.rule != "syntax/id"
        and finding.place.range.start.line <= last
    )
