"""A draft becomes the text of a role file: keys in the language asked for, texts so that reading gives them again."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from jdlint.bring.item import Draft, Item
from jdlint.bring.pages import together
from jdlint.model.vocabulary import group
from jdlint.pattern import pattern

Keys = str
"""The language of the keys: en for the canonical ones, zh or zh-Hant."""

_GROUPS = ("relations", "qualifications", "career", "conditions", "review")
_SINGLE = frozenset(("id", "unit", "level", "headcount", "deputy"))
_NUMBER = pattern(r"[1-9]\d{0,8}")
_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`=~<.+")
_CONTROL = pattern("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def role_file(draft: Draft, keys: Keys, comment: str = "") -> str:
    """Write the YAML of one role."""
    lines = [f"# {_CONTROL.sub(' ', comment)}"] if comment else []
    lines += _role(draft, keys)
    return "\n".join(lines) + "\n"


def _role(draft: Draft, keys: Keys) -> Iterator[str]:
    fields: dict[str, list[Item]] = {}
    for item in draft.items:
        fields.setdefault(item.field, []).append(item)
    for key in group("role").keys:
        name = _key("role", key, keys)
        if key == "title":
            yield f"{name}: {scalar(draft.title)}"
        elif key == "id" and draft.id:
            yield f"{name}: {scalar(draft.id)}"
        elif key in _GROUPS:
            yield from _group(key, name, fields, keys)
        elif key in fields:
            yield from _field(key, name, fields[key], keys)


@cache
def _key(of: str, key: str, keys: Keys) -> str:
    return key if keys == "en" else group(of).keys[key].label.read(keys)


def _field(key: str, name: str, items: Sequence[Item], keys: Keys) -> Iterator[str]:
    if key in _SINGLE:
        text = items[0].text
        yield f"{name}: {text if key == 'headcount' and _NUMBER.fullmatch(text) else scalar(text)}"
    elif key == "purpose":
        text = ""
        for item in items:
            text = together(text, item.text)
        yield f"{name}: {scalar(text)}"
    elif key == "reports_to" and len(items) == 1:
        yield f"{name}: {scalar(items[0].text)}"
    else:
        yield from _list(key, name, items, keys, "")


def _list(key: str, name: str, items: Sequence[Item], keys: Keys, indent: str) -> Iterator[str]:
    said = [item for item in items if item.text]
    if not said:
        yield f"{indent}{name}: []"
        return
    yield f"{indent}{name}:"
    for item in said:
        yield from (f"{indent}  {line}" for line in _entry(key, item, keys))


def _entry(key: str, item: Item, keys: Keys) -> Iterator[str]:
    """Write one entry: a plain sentence, or a mapping where there is more to say."""
    of = {"duties": "duty", "kpis": "kpi"}.get(key, "")
    if key == "kpis":
        yield f"- {_key(of, 'name', keys)}: {scalar(item.text)}"
    elif item.more:
        yield f"- {_key(of, 'text', keys)}: {scalar(item.text)}"
    else:
        yield f"- {scalar(item.text)}"
    for more, value in item.more:
        yield f"  {_key(of, more, keys)}: {scalar(value)}"


def _group(key: str, name: str, fields: dict[str, list[Item]], keys: Keys) -> Iterator[str]:
    parts = [(part, fields[f"{key}.{part}"]) for part in group(key).keys if f"{key}.{part}" in fields]
    if not parts:
        return
    yield f"{name}:"
    for part, items in parts:
        written = _key(key, part, keys)
        if key == "review":
            yield f"  {written}: {scalar(items[0].text)}"
        else:
            yield from _list(part, written, items, keys, "  ")


@cache
def _resolver() -> Resolver:
    return Resolver()


def scalar(text: str) -> str:
    """Write a text so that every YAML reader, of version 1.1 or 1.2, gives it again as it is."""
    if _CONTROL.search(text):
        return '"' + "".join(_escaped(each) for each in text) + '"'
    if text != text.strip() or not text or text[0] in _FIRST or text[-1] == ":" or ": " in text or " #" in text:
        return _quoted(text)
    tag = str(_resolver().resolve(ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call] # the stubs lack it
    return text if tag == "tag:yaml.org,2002:str" and not text[0].isdigit() else _digits(text, tag)


def _digits(text: str, tag: str) -> str:
    """Quote what some reader takes for a number, a date or a time."""
    is_plain = tag == "tag:yaml.org,2002:str" and not re.fullmatch(r"[\d_.,:eExXoO+-]+", text)
    return text if is_plain else _quoted(text)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if not _CONTROL.match(character):
        return character
    code = ord(character)
    short = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\xa0": "\\_"}.get(character)
    return short or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")  # noqa: PLR2004 - YAML 1.2, section 5.7


def organisation_file(name: str, language: str, jurisdictions: Sequence[str], keys: Keys) -> str:
    """Write an org.yaml with the facts that are given; '' where none is."""
    facts = {"name": scalar(name) if name else "", "language": language}
    if jurisdictions:
        facts["jurisdictions"] = f"[{', '.join(map(scalar, jurisdictions))}]"
    return "".join(f"{_key('org', key, keys)}: {value}\n" for key, value in facts.items() if value)
