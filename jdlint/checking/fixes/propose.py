"""A hit becomes a fix: its rule's plan drafts changes, which are worded and placed."""

from jdlint.checking.fixes.kind import Case, Draft
from jdlint.checking.hit import Hit
from jdlint.checking.rule import Rule
from jdlint.finding import Edit, Fix, Safety
from jdlint.model.organisation import Organisation
from jdlint.saying import say
from jdlint.wording import Wording


def fix_for(rule: Rule, hit: Hit, organisation: Organisation | None) -> Fix | None:
    """Give the fix of a hit; None where the rule plans none for its reason, or where it isn't certain."""
    plans = rule.fixes
    plan = plans.get(hit.reason) or plans.get("")
    if plan is None:
        return None
    draft: Draft | None = plan.kind.draft(plan.params, Case(hit, organisation))
    if draft is None:
        return None
    edits = tuple(
        Edit(source.path, source.range(change.span), change.text, draft.drops_mark) for source, change in draft.changes
    )
    safety = plan.safety if draft.is_sure else Safety.UNSAFE
    return Fix(safety, _worded(draft), tuple(dict.fromkeys(edits)), plan.reveals)


def _worded(draft: Draft) -> Wording:
    values = {name: _short(value) if isinstance(value, str) else value for name, value in draft.values.items()}
    return say("fixes", "does", draft.says, **values)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


_LONGEST = 40
"""So many characters of a text are quoted."""
