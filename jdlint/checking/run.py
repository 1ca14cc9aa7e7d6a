"""Rules × files, then rules × roles, then rules × organisation: hits become findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

from jdlint.checking.hit import Anchor, Hit
from jdlint.checking.kinds.kind import Member, Scope, Subject
from jdlint.checking.rule import Rule, Where
from jdlint.finding import Finding, Place, Profile, Value, fill
from jdlint.language.fold import squeeze
from jdlint.location import Route, Span, pointer
from jdlint.model.build import Built
from jdlint.model.organisation import Organisation
from jdlint.model.reference import name_key
from jdlint.model.role import Role
from jdlint.record import NamedTuple
from jdlint.source.source import Source
from jdlint.wording import Wording


class Plan(NamedTuple):
    """The rules that run, by what they look at, and the rule that words a crash."""

    file: tuple[Rule, ...]
    role: tuple[Rule, ...]
    member: tuple[Rule, ...]
    organisation: tuple[Rule, ...]
    crash: Rule | None
    profile: Profile
    as_of: str = ""
    """The day by which law is judged; '' for each pack's own."""
    today: str = ""
    """The day by which reviews are judged; '' judges none."""
    with_fixes: bool = False
    """Whether findings carry their fixes, which cost time to work out."""

    def complete(self, findings: Iterable[Finding]) -> frozenset[str]:
        """Give the rules that, having found this, have nothing more to say in any other profile."""
        crashed = {str(finding.values["rule"]) for finding in findings if finding.rule == "internal/crash"}
        ran = (*self.file, *self.role, *self.member, *self.organisation)
        return frozenset(rule.id for rule in ran if rule.id not in crashed and rule.is_complete(self.profile))


def plan(
    rules: Iterable[Rule], profile: Profile, as_of: str = "", today: str = "", *, with_fixes: bool = False
) -> Plan:
    """Sort rules by what they look at."""
    chosen = tuple(rules)
    file, role, member, organisation = (
        tuple(rule for rule in chosen if rule.kind.scope == scope) for scope in get_args(Scope)
    )
    crash = next((rule for rule in chosen if rule.id == "internal/crash"), None)
    return Plan(file, role, member, organisation, crash, profile, as_of, today, with_fixes)


def check_file(plan: Plan, built: Built, language: str | None) -> Iterator[Finding]:
    """Check what reading one file met."""
    if not built.problems:
        return
    for rule in plan.file:
        yield from _findings(plan, rule, built, built.source, language)


def check_organisation(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Check every role of an organisation by itself and among the others, then the organisation."""
    for role in organisation.roles:
        yield from check_alone(plan, organisation, role)
    yield from check_together(plan, organisation)


def check_alone(plan: Plan, organisation: Organisation, role: Role) -> Iterator[Finding]:
    """Check a role by itself; what is found rests on its own file and on the facts of its organisation."""
    subject = Subject(role, organisation, plan.profile, plan.as_of, plan.today)
    return _check_role(plan, plan.role, subject, organisation)


def check_together(plan: Plan, organisation: Organisation) -> Iterator[Finding]:
    """Check every role of an organisation among the others, then the organisation."""
    for role in organisation.roles:
        member = Member(role, organisation, plan.profile, plan.as_of, plan.today)
        yield from _check_role(plan, plan.member, member, organisation)
    if organisation.roles:
        first = organisation.roles[0].source
        for rule in plan.organisation:
            yield from _findings(plan, rule, organisation, first, organisation.facts.language, organisation)


def _check_role(plan: Plan, rules: Iterable[Rule], subject: Subject, organisation: Organisation) -> Iterator[Finding]:
    language = organisation.facts.language
    for rule in rules:
        if rule.where == _EVERYWHERE or _is_about(rule.where, subject.role):
            yield from _findings(plan, rule, subject, subject.role.source, language, organisation)


_EVERYWHERE = Where()


def _is_about(where: Where, role: Role) -> bool:
    unit = role.unit.text if role.unit else ""
    checks = ((where.unit, unit), (where.kind, role.kind), (where.title, role.title.text))
    return all(not wanted or name_key(found) in map(name_key, wanted) for wanted, found in checks)


def _findings(
    plan: Plan,
    rule: Rule,
    subject: object,
    source: Source,
    language: str | None,
    organisation: Organisation | None = None,
) -> Iterator[Finding]:
    """Turn a rule's hits into findings; a check that crashes becomes a finding that names the rule."""
    check: Callable[[Any, Any], Iterator[Hit]] = rule.kind.check
    seen: dict[tuple[str, ...], int] = {}
    try:
        for hit in check(rule.params, subject):
            if rule.is_shown(hit.confidence or rule.confidence, plan.profile):
                finding = _finding(rule, hit, language, seen)
                yield _with_fix(finding, rule, hit, organisation) if plan.with_fixes else finding
    except Exception as error:
        if plan.crash is None:
            raise
        yield _crash(plan.crash, rule, source, error, language)


def _finding(rule: Rule, hit: Hit, language: str | None, seen: dict[tuple[str, ...], int]) -> Finding:
    identity = _identity(rule, hit)
    confidence = hit.confidence or rule.confidence
    ordinal = seen[identity] = seen.get(identity, -1) + 1
    return Finding(
        rule=rule.id,
        severity=hit.severity or rule.weight(hit.reason, is_compensated=bool(hit.role and hit.role.compensating)),
        confidence=confidence,
        profile=rule.profile_of.get(confidence, rule.profile),
        template=rule.words(hit.reason),
        values=hit.values,
        help=rule.advice(hit.reason),
        place=place(hit.at),
        related=tuple(place(each.at, _filled(rule.beside(each.reason), each.values)) for each in hit.related),
        role=hit.role.id if hit.role else None,
        language=language,
        data=hit.data,
        identity=(*identity, str(ordinal)),
    )


def _with_fix(finding: Finding, rule: Rule, hit: Hit, organisation: Organisation | None) -> Finding:
    if not rule.fixes:
        return finding
    from jdlint.checking.fixes.propose import fix_for  # noqa: PLC0415 - 10 ms, paid only where fixes are asked for

    return finding._replace(fix=fix_for(rule, hit, organisation))


def _filled(words: Wording | None, values: Mapping[str, Value]) -> Wording | None:
    if words is None:
        return None
    return Wording({language: fill(words, values, language) for language in words.texts})


def place(at: Anchor, message: Wording | None = None) -> Place:
    """Turn a place in a source into lines and columns."""
    found = at.source.range(at.span)
    return Place(at.source.path, pointer(at.route), found, at.source.lines.line(found.start.line), message)


def _identity(rule: Rule, hit: Hit) -> tuple[str, ...]:
    """Say what makes the finding the same elsewhere: an item of a list counts by its words, not by its number."""
    owner = hit.role.id if hit.role else hit.at.source.path
    route: Route = hit.at.route[len(hit.role.route) :] if hit.role else hit.at.route
    return (
        rule.id,
        owner,
        pointer(tuple("*" if isinstance(step, int) else step for step in route)),
        squeeze(hit.at.text),
    )


def _crash(crash: Rule, rule: Rule, source: Source, error: Exception, language: str | None) -> Finding:
    values: dict[str, Value] = {"rule": rule.id, "error": f"{type(error).__name__}: {error}"}
    return _finding(crash, Hit(Anchor(source, (), Span(0, 0), rule.id), values), language, {})
