"""`jdlint explain --sentence`: how jdlint reads one duty, and which rules fire on it."""

from collections.abc import Iterator

from jdlint.checking.authority_words import act_name, authority_name
from jdlint.checking.catalogue import Catalogue
from jdlint.checking.kinds.duty import Params, filling
from jdlint.checking.rule import Rule
from jdlint.finding import Confidence, Value, fill
from jdlint.language.authority import read_authority
from jdlint.language.clause import Clause
from jdlint.language.demand import read_demands
from jdlint.language.duty import read_duty
from jdlint.language.mark import DutyReading, Mark
from jdlint.language.marks_whole import WHOLE

_MODALITIES = {
    "own": {"en": "own act", "zh": "自己做", "zh-Hant": "自己做"},
    "support": {"en": "helps another", "zh": "协助别人", "zh-Hant": "協助別人"},
    "submit": {"en": "hands in for a decision", "zh": "提交别人决定", "zh-Hant": "提交別人決定"},
    "passive": {"en": "done to the role", "zh": "被动", "zh-Hant": "被動"},
    "other": {"en": "somebody else's act", "zh": "别人的动作", "zh-Hant": "別人的動作"},
}
_SURE = {
    "high": {"en": "sure", "zh": "有把握", "zh-Hant": "有把握"},
    "medium": {"en": "fairly sure", "zh": "较有把握", "zh-Hant": "較有把握"},
    "low": {"en": "unsure", "zh": "把握不大", "zh-Hant": "把握不大"},
}
_LABELS = {
    "en": {
        "clauses": "Clauses", "act": "act", "object": "object", "says": "says", "context": "context", "none": "none",
        "demands": "Authority that the duty demands", "grants": "Read as an authority, it grants",
        "rules": "Rules that fire", "frequency": "how often", "standard": "a standard", "number": "a number",
        "document": "a document", "recipient": "a recipient", "quote": "“{}”", "colon": ": ", "help": "→ ",
        "profile": "profile {}", "joint": ", ",
    },
    "zh": {
        "clauses": "分句", "act": "动作", "object": "对象", "says": "写明", "context": "背景", "none": "无",
        "demands": "职责所需的权限", "grants": "若作为权限来读，它授予", "rules": "触发的规则", "frequency": "频次",
        "standard": "标准", "number": "数量", "document": "文件", "recipient": "接收方", "quote": "“{}”",
        "colon": "：", "help": "→ ", "profile": "{} 档", "joint": "、",
    },
    "zh-Hant": {
        "clauses": "分句", "act": "動作", "object": "對象", "says": "寫明", "context": "背景", "none": "無",
        "demands": "職責所需的權限", "grants": "若作為權限來讀，它授予", "rules": "觸發的規則", "frequency": "頻次",
        "standard": "標準", "number": "數量", "document": "文件", "recipient": "接收方", "quote": "「{}」",
        "colon": "：", "help": "→ ", "profile": "{} 檔", "joint": "、",
    },
}  # fmt: skip


def page(text: str, catalogue: Catalogue, language: str) -> Iterator[str]:
    """Write the reading of a sentence, line by line."""
    labels = _LABELS[language]
    reading = read_duty(text)
    yield text
    yield f"\n{labels['clauses']}"
    for clause in reading.clauses:
        yield _clause(text, clause, language)
    yield f"\n{labels['demands']}"
    demands = read_demands(text)
    for demand in demands:
        sure, words = _SURE[demand.confidence][language], labels["quote"].format(demand.words)
        yield f"  {_power(demand.act, demand.object, language)} · {sure}{labels['colon']}{words}"
    if not demands:
        yield f"  {labels['none']}"
    grants = read_authority(text).grants
    if grants:
        yield f"\n{labels['grants']}"
        yield from dict.fromkeys(f"  {_power(grant.act, grant.object, language)}" for grant in grants)
    yield f"\n{labels['rules']}"
    marks = (*reading.marks, *filter(None, (ask(text, reading) for ask in WHOLE.values())))
    for mark in marks:
        yield from _rule(catalogue.rules.get(mark.rule), mark, reading, text, language)
    if not marks:
        yield f"  {labels['none']}"


def _power(act: str, thing: str | None, language: str) -> str:
    """Name an authority by its keys and in words: approve finance.credit (客户信用额度审批权)."""
    if thing is None:
        return f"{act} * ({act_name(act).read(language)})"
    return f"{act} {thing} ({authority_name(act, thing).read(language)})"


def _rule(rule: Rule | None, mark: Mark, reading: DutyReading, text: str, language: str) -> Iterator[str]:
    """Write what a rule says about the sentence, and what it would have written instead."""
    if rule is None:
        return
    labels = _LABELS[language]
    values: dict[str, Value] = {"match": mark.words, "count": 1}
    if isinstance(rule.params, Params):
        values |= filling(rule.params, text, reading, mark)
    profile = rule.profile_of.get(Confidence(mark.confidence), rule.profile).label
    told = f"{mark.rule} · {labels['profile'].format(profile)} · {_SURE[mark.confidence][language]}"
    yield f"  {told}{labels['colon']}{fill(rule.words(mark.reason), values, language)}"
    yield f"    {labels['help']}{fill(rule.advice(mark.reason), values, language)}"


def _clause(text: str, clause: Clause, language: str) -> str:
    labels = _LABELS[language]
    parts = ["  " + labels["quote"].format(text[clause.start : clause.end].strip())]
    if clause.is_context:
        parts.append(labels["context"])
    elif clause.heads:
        acts, thing = _acts_and_object(text, clause)
        joined = labels["joint"].join(acts)
        parts += [f"{labels['act']} {joined}", f"{labels['object']} {thing or labels['none']}"]
        parts.append(_MODALITIES[clause.modality][language])
    else:
        parts.append(f"{labels['act']} {labels['none']}")
    told = {
        "frequency": clause.has_frequency,
        "standard": clause.has_standard,
        "number": clause.has_number,
        "document": clause.has_document,
        "recipient": clause.has_recipient,
    }
    said = [labels[key] for key, is_told in told.items() if is_told]
    if said:
        parts.append(f"{labels['says']} {labels['joint'].join(said)}")
    return " · ".join(parts)


def _acts_and_object(text: str, clause: Clause) -> tuple[list[str], str]:
    """Give the verbs of a clause and its object as written; a paper's name that closes it is no verb (提交报告)."""
    heads = clause.heads
    if len(heads) > 1 and not clause.object and "document-end" in heads[-1].kinds:
        heads = heads[:-1]
    return [text[head.start : head.end] for head in heads], text[heads[-1].end : clause.end].strip()
