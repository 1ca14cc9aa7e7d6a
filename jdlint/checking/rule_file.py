"""A rule file becomes a Rule, its parameters bound to its kind, or a problem that names the place."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from jdlint.checking.binding import as_yaml, bind
from jdlint.checking.kinds import KINDS, kind_named
from jdlint.checking.kinds.kind import Kind
from jdlint.checking.rule import Example, Prose, Rule, Where, Words
from jdlint.checking.select import selector
from jdlint.errors import RuleError
from jdlint.finding import Confidence, Profile, Severity
from jdlint.location import Route, Span
from jdlint.model.find import find, find_entry
from jdlint.model.schema import plain
from jdlint.pattern import pattern
from jdlint.saying import hint
from jdlint.source.source import Problem, Source
from jdlint.source.tree import Mapping as Tree
from jdlint.source.tree import Scalar, Sequence
from jdlint.wording import LANGUAGES, Wording

if TYPE_CHECKING:
    from jdlint.checking.fixes.kind import FixPlan

_ID = pattern(r"[a-z][a-z0-9-]*/[a-z][a-z0-9-]*")
_KEYS = (
    "id", "severity", "severity_of", "profile", "confidence", "summary", "message", "related", "why", "help",
    "references", "applies_to", "where", "mandatory", "compensable", "profile_of", "check",
    "fix", "examples",
)  # fmt: skip
_NEEDED = (
    "id",
    "severity",
    "profile",
    "summary",
    "message",
    "why",
    "help",
    "applies_to",
    "check",
    "examples",
)
_SCOPES = {"file": "file", "organisation": "organisation", "role": "role", "member": "role"}


def read_rule(source: Source) -> tuple[Rule | None, tuple[Problem, ...]]:
    """Read a rule file; gives no rule and the problems where it is broken."""
    told = tuple(problem for problem in source.problems if problem.rule != "syntax/empty")
    if told:
        return None, told
    node = source.documents[0] if len(source.documents) == 1 else None
    if not isinstance(node, Tree):
        return None, (problem_at(source, RuleError("not-one-mapping")),)
    try:
        return _rule(source, node), ()
    except RuleError as error:
        return None, (problem_at(source, error),)


def problem_at(source: Source, error: RuleError) -> Problem:
    """Give what is wrong with a rule file, at the place that the error's route leads to."""
    steps: Route = tuple(int(step[1:-1]) if step.startswith("[") else step for step in error.route)
    span = Span(0, min(1, len(source.text)))
    if source.documents:
        place = find(source.documents[0], steps, "")
        span = place.span if isinstance(place, Scalar) else Span(place.start, place.start + 1)
    return Problem("rules/broken", span, "rule", {"detail": error.located, "remedy": error.remedy})


def _rule(source: Source, node: Tree) -> Rule:
    data: dict[str, Any] = plain(node, "")
    _check_keys(data)
    rule_id = data["id"]
    if not isinstance(rule_id, str) or not _ID.fullmatch(rule_id):
        raise RuleError("not-a-rule-id", name=str(rule_id)).inside("id")
    kind_name, kind, params = _check(data)
    prose = Prose(
        summary=_wording(data["summary"], "summary"),
        message=_words(data["message"], "message"),
        related=_words(data.get("related", {}), "related"),
        why=_wording(data["why"], "why"),
        help=_words(data["help"], "help"),
        references=_texts(data.get("references", []), "references"),
    )
    examples = tuple(_examples(source, node))
    fixes = _fixes(data)
    return Rule(
        id=rule_id,
        severity=_choice(Severity, data["severity"], "severity"),
        severity_of={
            str(reason): _choice(Severity, word, "severity_of") for reason, word in _pairs(data, "severity_of")
        },
        profile=_choice(Profile, data["profile"], "profile"),
        confidence=_choice(Confidence, data.get("confidence", "high"), "confidence"),
        applies_to=_patterns(data["applies_to"]),
        profile_of={
            _choice(Confidence, confidence, "profile_of"): _choice(Profile, profile, "profile_of")
            for confidence, profile in _pairs(data, "profile_of")
        },
        where=_bound(Where, data.get("where", {}), "where"),
        is_mandatory=data.get("mandatory", False) is True,
        is_compensable=data.get("compensable", False) is True,
        kind_name=kind_name,
        path=source.path,
        bound_of=lambda: (kind, params),
        prose_of=lambda: prose,
        examples_of=lambda: examples,
        fixes_of=lambda: fixes,
    )


def _check_keys(data: dict[str, Any]) -> None:
    for key in data:
        if key not in _KEYS:
            raise RuleError("no-key", name=key, hint=hint(key, _KEYS)).inside(key)
    for key in _NEEDED:
        if key not in data:
            raise RuleError("key-missing", name=key)


def _choice(options: Any, word: object, key: str) -> Any:  # noqa: ANN401 - one of three enumerations
    for option in options:
        label = option.value if isinstance(option.value, str) else option.label
        if word == label:
            return option
    known = tuple(option.value if isinstance(option.value, str) else option.label for option in options)
    raise RuleError("no-such-value", value=str(word), known=known).inside(key)


def _wording(data: object, key: str) -> Wording:
    if isinstance(data, str) and data.strip():
        return Wording(dict.fromkeys(LANGUAGES, data))
    if isinstance(data, dict) and data and all(isinstance(text, str) and text for text in data.values()):
        unknown = [language for language in data if language not in LANGUAGES]
        if not unknown:
            return Wording(data)
        raise RuleError("no-language", name=str(unknown[0]), known=LANGUAGES).inside(key)
    raise RuleError("no-texts").inside(key)


def _words(data: object, key: str) -> Words:
    """Read one text for all reasons, or texts by reason."""
    if isinstance(data, dict) and not any(language in data for language in LANGUAGES):
        return {str(reason) if reason != "else" else "": _wording(text, key) for reason, text in data.items()}
    return {"": _wording(data, key)}


def _texts(data: object, key: str) -> tuple[str, ...]:
    """Read a list of texts, or one text."""
    texts = data if isinstance(data, list) else [data]
    if not all(isinstance(text, str) for text in texts):
        raise RuleError("texts-expected", found=as_yaml(data)).inside(key)
    return tuple(texts)


def _pairs(data: dict[str, Any], key: str) -> Iterable[tuple[object, object]]:
    """Give the keys and values that stand under a key, if any do."""
    found = data.get(key, {})
    if not isinstance(found, dict):
        raise RuleError("mapping-expected", found=as_yaml(found)).inside(key)
    return found.items()


def _patterns(data: object) -> tuple[str, ...]:
    items = data if isinstance(data, list) else [data]
    return tuple(map(str, items))


def _check(data: dict[str, Any]) -> tuple[str, Kind, object]:
    check = data["check"]
    if not isinstance(check, dict) or "kind" not in check:
        raise RuleError("kind-missing", known=tuple(KINDS)).inside("check")
    name = str(check["kind"])
    kind = kind_named(name) if name in KINDS else _installed(name)
    if kind is None:
        raise RuleError("no-kind", name=name, hint=hint(name, KINDS)).inside("check", "kind")
    values = {key: value for key, value in check.items() if key != "kind"}
    kind = next((variant for key, variant in kind.variants.items() if key in values), kind)
    params = _bound(kind.params, values | _where_it_looks(data, kind, values), "check")
    if kind.verify:
        try:
            kind.verify(params)
        except RuleError as error:
            raise error.inside("check") from None
    return name, kind, params


def _where_it_looks(data: dict[str, Any], kind: Kind, values: dict[str, Any]) -> dict[str, Any]:
    """Turn `applies_to` into the kind's own parameter, where the kind looks at texts."""
    patterns = _patterns(data["applies_to"])
    looks_at_texts = "of" in kind.params._fields  # type: ignore[attr-defined] # params are NamedTuples
    if not looks_at_texts or "of" in values:
        if list(patterns) != [_SCOPES[kind.scope]] and not looks_at_texts:
            scope = _SCOPES[kind.scope]
            raise RuleError("whole-scope", scope=scope).inside("applies_to")
        return {}
    for route in patterns:
        try:
            selector(route)
        except RuleError as error:
            raise error.inside("applies_to") from None
    return {"of": patterns[0] if kind.params.__annotations__["of"] is str else list(patterns)}


def _fixes(data: dict[str, Any]) -> "dict[str, FixPlan]":
    if "fix" not in data:
        return {}
    from jdlint.checking.fixes.plans import read_plans  # noqa: PLC0415 - 10 ms, paid only for rules with a fix

    try:
        return read_plans(data["fix"])
    except RuleError as error:
        raise error.inside("fix") from None


def _bound(wanted: type[Any], data: object, key: str) -> Any:  # noqa: ANN401 - the type is the first argument
    try:
        return bind(wanted, data)
    except RuleError as error:
        raise error.inside(key) from None


@cache
def _installed(name: str) -> Kind | None:
    """Give a kind that an installed package adds through the entry-point group `jdlint.kinds`."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - 20 ms, paid only for a kind that isn't ours

    found = next(iter(entry_points(group="jdlint.kinds", name=name)), None)
    kind = found.load() if found else None
    if not isinstance(kind, Kind):
        return None
    # what a package looks at isn't known, so it may look at every role
    return kind._replace(scope="member") if kind.scope == "role" else kind


def _examples(source: Source, node: Tree) -> Iterator[Example]:
    entry = find_entry(node, "examples", "")
    if entry is None or not isinstance(entry.value, Sequence):
        raise RuleError("no-examples").inside("examples")
    for index, item in enumerate(entry.value.items):
        try:
            yield _example(source, item)
        except RuleError as error:
            raise error.inside("examples", f"[{index}]") from None


def _example(source: Source, item: object) -> Example:
    if not isinstance(item, Tree):
        raise RuleError("no-example")
    sides = {key: found for key in ("bad", "good") if (found := find_entry(item, key, ""))}
    if len(sides) != 1:
        raise RuleError("bad-or-good")
    side, held = next(iter(sides.items()))
    if not isinstance(held.value, Tree):
        raise RuleError("no-role-or-files").inside(side)
    files = find_entry(held.value, "files", "")
    fixed = find_entry(item, "fixed", "")
    if fixed is not None and (side == "good" or not isinstance(fixed.value, Tree)):
        raise RuleError("fixed-beside-bad").inside("fixed")
    fixed_files = find_entry(fixed.value, "files", "") if fixed else None
    at = find_entry(item, "at", "")
    written = plain(at.value, "") if at else []
    return Example(
        is_bad=side == "bad",
        role=None if files else held.value,
        files=_files(plain(files.value, "")) if files else {},
        at=tuple(written if isinstance(written, list) else [written]),
        line=source.lines.point(item.start).line,
        fixed=fixed.value if fixed and isinstance(fixed.value, Tree) and not fixed_files else None,
        fixed_files=_files(plain(fixed_files.value, "")) if fixed_files else {},
    )


def _files(data: object) -> dict[str, bytes]:
    if not isinstance(data, dict):
        raise RuleError("no-text-for-path").inside("files")
    return {str(path): _content(content) for path, content in data.items()}


def _content(content: object) -> bytes:
    """Read an example file: a text, a text in another encoding, or bytes in hexadecimal."""
    if not isinstance(content, dict):
        return str(content if content is not None else "").encode()
    try:
        if "hex" in content:
            return bytes.fromhex(str(content["hex"]))
        return str(content["text"]).encode(str(content["encoding"]))
    except (ValueError, LookupError):
        raise RuleError("no-content").inside("files") from None
