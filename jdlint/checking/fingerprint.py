"""The key by which programs know a finding again, while lines and list positions change."""

from collections.abc import Iterable, Iterator

from jdlint.finding import Finding


def fingerprint(finding: Finding) -> str:
    """Give the key of one finding; two organisations that hold the same role give the same key."""
    from hashlib import sha256  # noqa: PLC0415 - paid only where somebody asks for keys

    return sha256("\x00".join(finding.identity).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def distinct(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Give each finding with a key that no other has: consumers merge or drop what bears the same one."""
    seen: dict[str, int] = {}
    for finding in findings:
        key = fingerprint(finding)
        seen[key] = count = seen.get(key, 0) + 1
        yield finding, key if count == 1 else f"{key}-{count}"
