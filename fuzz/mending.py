"""The target `fixes`: whatever a file says, fixing it leaves it readable, says what it did, and comes to rest."""

from collections import Counter

from jdlint.config import Config
from jdlint.errors import NothingToCheckError
from jdlint.fix.repair import Repaired, Wish, repair
from jdlint.model.build import build_roles
from jdlint.pipeline import Request, check
from jdlint.source.yaml import read

_ROLE, _ORG = "/nowhere/roles/clerk.yaml", "/nowhere/roles/org.yaml"
_FACTS = b"name: Office\nroots: [Clerk]\njurisdictions: [cn]\nladder: [A1, A2]\n"


def fixes(raw: bytes) -> None:
    """Roles stay roles, nothing changes unsaid, no fix brings a finding, and a second run changes nothing."""
    try:
        first = repair(Wish(_request(raw), with_unsafe=True))
    except NothingToCheckError:
        return
    after = _result(first)
    if len(build_roles(read("clerk.yaml", after)).roles) < len(build_roles(read("clerk.yaml", raw)).roles):
        raise AssertionError("fixing made a role unreadable")
    if after != raw and not first.fixed:
        raise AssertionError("something changed that no fix claims")
    if not first.is_settled:
        raise AssertionError("fixing doesn't come to rest")
    _check_findings(raw, first)
    if first.fixed and _result(repair(Wish(_request(after), with_unsafe=True))) != after:
        raise AssertionError("a second run changes something")


def _request(raw: bytes) -> Request:
    in_memory = {_ROLE: raw, _ORG: _FACTS}
    return Request((_ROLE,), "2026-01-01", Config(profile="audit"), is_isolated=True, in_memory=in_memory)


def _result(run: Repaired) -> bytes:
    (after,) = run.after.values()
    return after


def _check_findings(raw: bytes, run: Repaired) -> None:
    """Compare what is left with what was there; a fix of how a file is read alone may bring something to light."""
    left = Counter(finding.rule for finding in run.outcome.findings.shown)
    if left["internal/crash"]:
        raise AssertionError("a check crashes on what fixing made")
    if not run.fixed or any(finding.rule.startswith("syntax/") for finding in run.fixed):
        return
    before = Counter(finding.rule for finding in check(_request(raw)).findings.shown)
    revealed = Counter(rule for finding in run.fixed if finding.fix for rule in finding.fix.reveals)
    if more := left - before - revealed:
        raise AssertionError(f"fixing brought {', '.join(sorted(more))}")
