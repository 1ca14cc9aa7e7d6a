"""`jdlint explain --sentence`: how jdlint reads one duty, and which rules fire on it."""

from collections.abc import Iterator

from jdlint.checking.authority_words import act_name, authority_name
from jdlint.checking.catalogue import Catalogue
from jdlint.checking.kinds.duty import Params, filling
from jdlint.checking.rule import Rule
from jdlint.finding import Confidence, Value, fill
from jdlint.language.authority import read_authority
from jdlint.language.clause import Clause
from jdlint.language.duty import read_duty
from jdlint.language.mark import DutyReading, Mark
from jdlint.language.marks_whole import WHOLE
from jdlint.model.balance import demands_of_duty
from jdlint.saying import tell
from jdlint.wording import COLONS, COMMAS


def page(text: str, catalogue: Catalogue, language: str) -> Iterator[str]:
    """Write the reading of a sentence, line by line."""
    none = f"  {_label('none', language)}"
    reading = read_duty(text)
    yield text
    yield f"\n{_label('clauses', language)}"
    for clause in reading.clauses:
        yield _clause(text, clause, language)
    yield f"\n{_label('demands', language)}"
    demands = demands_of_duty(text)
    for demand in demands:
        sure = _label("alike", language) if demand.is_alike else _sure(demand.confidence, language)
        words = _quote(demand.words, language)
        yield f"  {_power(demand.act, demand.object, language)} · {sure}{COLONS[language]}{words}"
    if not demands:
        yield none
    grants = read_authority(text).grants
    if grants:
        yield f"\n{_label('grants', language)}"
        yield from dict.fromkeys(f"  {_power(grant.act, grant.object, language)}" for grant in grants)
    yield f"\n{_label('rules', language)}"
    marks = (*reading.marks, *filter(None, (ask(text, reading) for ask in WHOLE.values())))
    for mark in marks:
        yield from _rule(catalogue.rules.get(mark.rule), mark, reading, text, language)
    if not marks:
        yield none


def _label(name: str, language: str) -> str:
    return tell(language, "commands", "sentence", name)


def _quote(words: str, language: str) -> str:
    return tell(language, "commands", "sentence", "quote", words=words)


def _sure(confidence: str, language: str) -> str:
    return tell(language, "commands", "sure", confidence)


def _power(act: str, thing: str | None, language: str) -> str:
    """Name an authority by its keys and in words: approve finance.credit (客户信用额度审批权)."""
    if thing is None:
        return f"{act} * ({act_name(act).read(language)})"
    return f"{act} {thing} ({authority_name(act, thing).read(language)})"


def _rule(rule: Rule | None, mark: Mark, reading: DutyReading, text: str, language: str) -> Iterator[str]:
    """Write what a rule says about the sentence, and what it would have written instead."""
    if rule is None:
        return
    values: dict[str, Value] = {"match": mark.words, "count": 1}
    if isinstance(rule.params, Params):
        values |= filling(rule.params, text, reading, mark)
    profile = rule.profile_of.get(Confidence(mark.confidence), rule.profile).label
    told = (
        mark.rule,
        tell(language, "commands", "sentence", "profile", profile=profile),
        _sure(mark.confidence, language),
    )
    yield f"  {' · '.join(told)}{COLONS[language]}{fill(rule.words(mark.reason), values, language)}"
    yield f"    → {fill(rule.advice(mark.reason), values, language)}"


def _clause(text: str, clause: Clause, language: str) -> str:
    act, none = _label("act", language), _label("none", language)
    parts = ["  " + _quote(text[clause.start : clause.end].strip(), language)]
    if clause.is_context:
        parts.append(_label("context", language))
    elif clause.heads:
        acts, thing = _acts_and_object(text, clause)
        parts += [f"{act} {COMMAS[language].join(acts)}", f"{_label('object', language)} {thing or none}"]
        parts.append(tell(language, "commands", "modality", clause.modality))
    else:
        parts.append(f"{act} {none}")
    told = {
        "frequency": clause.has_frequency,
        "standard": clause.has_standard,
        "number": clause.has_number,
        "document": clause.has_document,
        "recipient": clause.has_recipient,
    }
    said = [tell(language, "commands", "tells", key) for key, is_told in told.items() if is_told]
    if said:
        parts.append(f"{_label('says', language)} {COMMAS[language].join(said)}")
    return " · ".join(parts)


def _acts_and_object(text: str, clause: Clause) -> tuple[list[str], str]:
    """Give the verbs of a clause and its object as written; a paper's name that closes it is no verb (提交报告)."""
    heads = clause.heads
    if len(heads) > 1 and not clause.object and "document-end" in heads[-1].kinds:
        heads = heads[:-1]
    return [text[head.start : head.end] for head in heads], text[heads[-1].end : clause.end].strip()
