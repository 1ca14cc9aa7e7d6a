"""The key `fix` of a rule file becomes plans by reason, bound to their kinds, or an error that names the route."""

from collections.abc import Mapping
from typing import Any

from jdlint.checking.binding import bind
from jdlint.checking.fixes import FIXES
from jdlint.checking.fixes.kind import FixPlan
from jdlint.errors import RuleError
from jdlint.finding import Safety
from jdlint.saying import hint

_SAFETIES = {"safe": Safety.SAFE, "unsafe": Safety.UNSAFE}


def read_plans(data: object) -> dict[str, FixPlan]:
    """Read one fix for every reason, or fixes by reason; `else` stands for the reasons that aren't named."""
    if not isinstance(data, dict) or not data:
        raise RuleError("no-fix")
    if "kind" in data:
        return {"": _plan(data)}
    plans = {}
    for reason, item in data.items():
        try:
            plans["" if reason == "else" else str(reason)] = _plan(item)
        except RuleError as error:
            raise error.inside(str(reason)) from None
    return plans


def _plan(data: object) -> FixPlan:
    if not isinstance(data, dict) or "kind" not in data:
        raise RuleError("kind-missing", known=tuple(FIXES))
    name = str(data["kind"])
    kind = FIXES.get(name)
    if kind is None:
        raise RuleError("no-kind-of-fix", name=name, hint=hint(name, FIXES)).inside("kind")
    word = data.get("safety")
    if word is None:
        raise RuleError("safety-missing")
    if word not in _SAFETIES:
        raise RuleError("no-safety", word=str(word)).inside("safety")
    params: object = bind(kind.params, {key: value for key, value in data.items() if key not in _OWN})
    if kind.verify:
        kind.verify(params)
    return FixPlan(kind, name, params, _SAFETIES[word], _reveals(data))


_OWN = ("kind", "safety", "reveals")
"""Keys that every kind of fix has."""


def _reveals(data: Mapping[object, object]) -> tuple[str, ...]:
    rules = data.get("reveals", [])
    if not isinstance(rules, list) or not all(isinstance(rule, str) for rule in rules):
        raise RuleError("no-list-of-rules").inside("reveals")
    return tuple(rules)


_Row = tuple[str, str, str, Any, list[str]]


def packed(plans: Mapping[str, FixPlan]) -> list[_Row]:
    """Give plans as plain data: what a rule file would write."""
    return [
        (reason, plan.kind_name, plan.safety.value, _plain(plan.params), list(plan.reveals))
        for reason, plan in plans.items()
    ]


def _plain(params: Any) -> Any:  # noqa: ANN401 - parameters are NamedTuples of texts, numbers, lists and mappings
    return {
        key: list(value) if isinstance(value, tuple) else value
        for key, value in params._asdict().items()
        if value is not None
    }


def unpacked(rows: list[_Row]) -> dict[str, FixPlan]:
    """Give the plans that plain data stands for."""
    return {
        reason: FixPlan(FIXES[name], name, bind(FIXES[name].params, params), Safety(safety), tuple(reveals))
        for reason, name, safety, params, reveals in rows
    }
