"""`jdlint explain --sentence`: how jdlint reads one duty, and which rules fire on it."""

from collections.abc import Iterator

from jdlint.checking.catalogue import Catalogue
from jdlint.finding import Confidence, fill
from jdlint.language.authority import read_authority
from jdlint.language.clause import Clause
from jdlint.language.demand import read_demands
from jdlint.language.duty import read_duty

_MODALITIES = {
    "own": {"en": "own act", "zh": "自己做", "zh-Hant": "自己做"},
    "support": {"en": "helps another", "zh": "协助别人", "zh-Hant": "協助別人"},
    "submit": {"en": "hands in for a decision", "zh": "提交别人决定", "zh-Hant": "提交別人決定"},
    "passive": {"en": "done to the role", "zh": "被动", "zh-Hant": "被動"},
    "other": {"en": "somebody else's act", "zh": "别人的动作", "zh-Hant": "別人的動作"},
}
_LABELS = {
    "en": {
        "clauses": "Clauses", "act": "act", "object": "object", "says": "says", "context": "context", "none": "none",
        "demands": "Authority that the duty demands", "grants": "Read as an authority, it grants",
        "rules": "Rules that fire", "frequency": "how often", "standard": "a standard", "number": "a number",
        "document": "a document", "recipient": "a recipient",
    },
    "zh": {
        "clauses": "分句", "act": "动作", "object": "对象", "says": "写明", "context": "背景", "none": "无",
        "demands": "职责所需的权限", "grants": "若作为权限来读,它授予", "rules": "触发的规则", "frequency": "频次",
        "standard": "标准", "number": "数量", "document": "文件", "recipient": "接收方",
    },
    "zh-Hant": {
        "clauses": "分句", "act": "動作", "object": "對象", "says": "寫明", "context": "背景", "none": "無",
        "demands": "職責所需的權限", "grants": "若作為權限來讀,它授予", "rules": "觸發的規則", "frequency": "頻次",
        "standard": "標準", "number": "數量", "document": "文件", "recipient": "接收方",
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
    yield from (f"  {each.act} {each.object} ({each.confidence}): “{each.words}”" for each in demands)
    if not demands:
        yield f"  {labels['none']}"
    grants = read_authority(text).grants
    if grants:
        yield f"\n{labels['grants']}"
        yield from (f"  {grant.act} {grant.object or '*'}" for grant in grants)
    yield f"\n{labels['rules']}"
    for mark in reading.marks:
        rule = catalogue.rules.get(mark.rule)
        said = fill(rule.words(mark.reason), {"match": mark.words, "count": 1}, language) if rule else ""
        profile = rule.profile_of.get(Confidence(mark.confidence), rule.profile).label if rule else ""
        yield f"  {mark.rule} ({mark.confidence}, {profile}): {said}"
    if not reading.marks:
        yield f"  {labels['none']}"


def _clause(text: str, clause: Clause, language: str) -> str:
    labels = _LABELS[language]
    parts = [f"  “{text[clause.start : clause.end].strip()}”"]
    if clause.is_context:
        parts.append(labels["context"])
    elif clause.act:
        parts += [f"{labels['act']} {clause.act}", f"{labels['object']} {clause.object.strip() or labels['none']}"]
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
        parts.append(f"{labels['says']} {', '.join(said)}")
    return " · ".join(parts)
