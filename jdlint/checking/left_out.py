"""Tells which findings the settings leave out: those in some files, or in some files those of some rules."""

from collections.abc import Callable, Iterable
from functools import cache

from jdlint.checking.catalogue import Catalogue
from jdlint.checking.override import Override
from jdlint.finding import Finding, Profile, Severity


def fits(file: str, pattern: str) -> bool:
    """Whether a path fits a pattern: `*` stands for anything, slashes too, and a folder for all that is below it."""
    from fnmatch import fnmatchcase  # noqa: PLC0415 - needed where the settings name files

    folder = pattern.removesuffix("/").removesuffix("/**")
    return (
        fnmatchcase(file, pattern.removeprefix("**/")) or fnmatchcase(file, pattern) or fnmatchcase(file, f"{folder}/*")
    )


class _Part:
    """An override, with the rules that its names stand for."""

    def __init__(self, override: Override, catalogue: Catalogue) -> None:
        self.files = override.files
        self._hidden = frozenset(rule for name in override.ignore for rule in catalogue.matching(name))
        self._alone = frozenset(rule for name in override.select for rule in catalogue.named(name))
        self._profile = Profile[override.profile.upper()].value if override.profile else Profile.AUDIT.value
        self._severity = Severity[override.severity.upper()].value if override.severity else Severity.INFO.value

    def hides(self, finding: Finding) -> bool:
        """Whether a finding in one of its files isn't shown."""
        return (
            finding.rule in self._hidden
            or (bool(self._alone) and finding.rule not in self._alone)
            or finding.profile.value > self._profile
            or finding.severity.value < self._severity
        )


def left_out(exclude: Iterable[str], overrides: Iterable[Override], catalogue: Catalogue) -> Callable[[Finding], bool]:
    """Give what tells whether the settings leave a finding out; broken files are left out by `exclude` alone."""
    patterns, parts = tuple(exclude), tuple(_Part(each, catalogue) for each in overrides)

    @cache
    def is_excluded(file: str) -> bool:
        return any(fits(file, pattern) for pattern in patterns)

    @cache
    def parts_of(file: str) -> tuple[_Part, ...]:
        return tuple(part for part in parts if any(fits(file, pattern) for pattern in part.files))

    def is_left_out(finding: Finding) -> bool:
        if is_excluded(finding.place.file):
            return all(is_excluded(place.file) for place in finding.related)
        rule = catalogue.rules.get(finding.rule)
        if rule is None or rule.is_mandatory:
            return False
        return any(part.hides(finding) for part in parts_of(finding.place.file))

    return is_left_out
