"""Proves that the compiled checks say what jsonschema says, and that editors are given the same format."""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from jdlint import knowledge
from jdlint.checking.catalogue import built_in
from jdlint.model.build import build_roles
from jdlint.model.facts import build_facts
from jdlint.model.schema import check, explain, for_editors, plain, scalar, schema
from jdlint.model.vocabulary import group, group_under
from jdlint.source.source import Source
from jdlint.source.tree import Entry, Mapping, Node, Scalar, Sequence
from jdlint.source.yaml import read
from tests.conftest import ROLES, run, source

NAMES = ("role", "org")


@cache
def _validator(name: str) -> Draft202012Validator:
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": schema(name)["$defs"]})


@cache
def _editor(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(run("schema", name).out))


def _agree(node: Node, name: str) -> bool:
    """Prove that both say the same of a tree, and give what they say."""
    fits = check(name)(node, name)
    assert fits is _validator(name).is_valid(plain(node, name))
    assert fits is not any(True for _ in explain(node, name))
    return fits


def _role_nodes(file: Source) -> Iterator[Node]:
    for document in file.documents:
        held = next((value for key, value in getattr(document, "entries", ()) if key.text == "roles"), None)
        yield from held.items if isinstance(held, Sequence) else (document,)


@pytest.mark.parametrize("name", NAMES)
def test_the_schemas_are_valid_draft_2020_12(name: str) -> None:
    for document in (schema(name), for_editors(name)):
        assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(document)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_the_schema_is_in_the_vocabulary_and_the_other_way_round(name: str) -> None:
    for group_name, definition in schema(name)["$defs"].items():
        if "properties" in definition:
            assert set(definition["properties"]) == set(group(group_name).keys), group_name


def test_both_agree_on_every_file_of_roles() -> None:
    fitting = 0
    for path in sorted(ROLES.rglob("*.yaml")):
        file = read(path.name, path.read_bytes())
        for node in file.documents if path.name == "org.yaml" else _role_nodes(file):
            fitting += _agree(node, "org" if path.name == "org.yaml" else "role")
    assert fitting > 20


def test_both_agree_on_every_example_of_every_rule() -> None:
    seen = 0
    for rule in built_in().rules.values():
        for example in rule.examples:
            nodes: list[tuple[Node, str]] = [(example.role, "role")] if example.role is not None else []
            for path, raw in example.files.items():
                name = "org" if Path(path).name == "org.yaml" else "role"
                nodes += [(node, name) for node in _role_nodes(read(path, raw))]
            for node, name in nodes:
                _agree(node, name)
                seen += 1
    assert seen


def _mark(text: str, style: str = "") -> Scalar:
    return Scalar(text, 0, 0, style)


@cache
def _names_of(group_name: str) -> tuple[str, ...]:
    data = knowledge.load("format/vocabulary")[group_name]
    return tuple(
        name
        for key, entry in data.items()
        for name in (key, entry["zh"], entry["zh-Hant"], *entry.get("aliases", ()), f"一、{entry['zh']}：")
    )


words = st.sampled_from(
    (
        "|x|经理|null|~|true|12|1.5|.inf|.nan|-.INF|1e3|0x1F|no|2026-01-31|2026-1-1|solid|dotted|manager|approve|cn"
        "|zh-Hans|error|private|A1"
        f"|{'9' * 400}"
    ).split("|")
)
scalars = st.builds(_mark, words | st.text(max_size=3), st.sampled_from(["", "", "", "'", '"', "|"]))


def _trees(group_name: str, depth: int = 3) -> st.SearchStrategy[Node]:
    """Make trees that come near to the format: known keys in all their names, right and wrong values below them."""
    if not depth:
        return scalars
    lists = st.lists(st.deferred(lambda: _trees(group_name, depth - 1)), max_size=3)
    return scalars | _mappings(group_name, depth) | lists.map(lambda items: Sequence(tuple(items), 0, 0))


@cache
def _mappings(group_name: str, depth: int = 3) -> st.SearchStrategy[Node]:
    known = st.sampled_from(_names_of(group_name)) if group_name else st.sampled_from(["P", "A1", "x"])
    keys = known | known | known | st.sampled_from(["foo", "<<", "岗位名秤", "", "title"])

    def entry(key: str) -> st.SearchStrategy[Entry]:
        canonical = group(group_name).canonical(key) if group_name else None
        inner = (group_under(group_name, canonical) if canonical else None) or ""
        return _trees(inner, depth - 1).map(lambda value: Entry(_mark(key), value))

    # a key given twice to the letter is reading's to report
    distinct = st.lists(keys.flatmap(entry), max_size=5, unique_by=lambda entry: entry.key.text)
    return distinct.map(lambda found: Mapping(tuple(found), 0, 0))


def _titled(node: Node) -> Node:
    assert isinstance(node, Mapping)
    others = [entry for entry in node.entries if entry.key.text != "岗位名称"]
    return Mapping((Entry(_mark("岗位名称"), _mark("经理")), *others), 0, 0)


@given(_mappings("role") | _mappings("role").map(_titled))
def test_both_agree_on_generated_roles(node: Node) -> None:
    fits = _agree(node, "role")
    problems = build_roles(Source("role.yaml", "", (node,))).problems
    assert fits or problems


@given(_mappings("org"))
def test_both_agree_on_generated_organisations(node: Node) -> None:
    fits = _agree(node, "org")
    problems = build_facts(Source("org.yaml", "", (node,))).problems
    assert fits or problems


@pytest.mark.parametrize("group_name", [name for name in knowledge.load("format/vocabulary") if name != "file"])
def test_both_agree_on_one_key_with_every_kind_of_value(group_name: str) -> None:
    top = "org" if group_name in ("org", "limit", "sod") else "role"
    definition = Draft202012Validator({"$ref": f"#/$defs/{group_name}", "$defs": schema(top)["$defs"]})
    compiled = check(top) if group_name == top else None
    values = ("x", "1", "null", "true", "[x]", "[1, null]", "[[x]]", "[true]", "{}", "{a: b}", "[{}]", "2026-01-01")
    for key in group(group_name).keys:
        for value in values:
            node = source(f"{key}: {value}\n").documents[0]
            if compiled:
                assert compiled(node, group_name) is definition.is_valid(plain(node, group_name)), (key, value)
            else:
                _agree(_placed(group_name, node), top)


def _placed(group_name: str, node: Node) -> Mapping:
    """Put a mapping where its group belongs."""
    top = "org" if group_name in ("limit", "sod") else "role"
    title = (Entry(_mark("title"), _mark("x")),) if top == "role" else ()
    for key, entry in group(top).keys.items():
        if entry.group == group_name:
            return Mapping((*title, Entry(_mark(key), node), Entry(_mark(key), Sequence((node,), 0, 0))), 0, 0)
    below = next(key for key, entry in group("qualifications").keys.items() if entry.group == group_name)
    inner = Mapping((Entry(_mark(below), Sequence((node,), 0, 0)),), 0, 0)
    return Mapping((*title, Entry(_mark("qualifications"), inner)), 0, 0)


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("no", "", "no"),
        ("on", "", "on"),
        ("1:30", "", "1:30"),
        ("2026-01-01", "", "2026-01-01"),
        ("0o10", "", "0o10"),
        ("010", "", 10),
        ("1e3", "", 1000.0),
        ("12", "'", "12"),
        ("", "", None),
        ("", "'", ""),
        ("Null", "", None),
        ("TRUE", "", True),
        ("+.inf", "", float("inf")),
    ],
)
def test_plain_words_are_read_by_the_core_schema_of_yaml_1_2(text: str, style: str, value: object) -> None:
    found = scalar(_mark(text, style))
    assert (type(found), found) == (type(value), value)


FULL: dict[str, Any] = {
    "id": "city-manager",
    "title": "城市经理",
    "aliases": ["城市主任"],
    "kind": "manager",
    "unit": "办事处",
    "level": "A1以上",
    "headcount": 2,
    "reports_to": [{"role": "经理", "line": "dotted", "scope": "x", "when": "y"}],
    "manages": ["a"],
    "purpose": "x",
    "duties": ["x", {"text": "y", "area": "z", "share": "20%", "occupational_requirement": {"ground": "x"}}],
    "authorities": [
        {"act": "approve", "object": "费用", "limit": 5000, "scope": "x", "text": "y"},
        *({act: "费用"} for act in ("propose", "review", "approve", "inspect", "correct", "assess", "hire")),
        *({act: "费用"} for act in ("reward", "assign", "spend", "sign", "custody", "negotiate")),
    ],
    "accountabilities": ["x"],
    "kpis": [dict.fromkeys(("name", "formula", "target", "unit", "weight", "period", "source", "rater"), "x")],
    "relations": {"internal": ["x"], "external": "y"},
    "qualifications": {
        "education": [{"text": "x", "occupational_requirement": {"ground": "x", "source": "y"}}],
        **{key: ["x"] for key in ("experience", "skills", "certificates", "traits", "other")},
    },
    "entry_thresholds": [{"metric": "x", "at_least": 1, "unit": "y"}],
    "career": {"promotes_to": ["x"], "promoted_from": "x", "rotates_with": []},
    "deputy": "x",
    "training": [],
    "conditions": {key: ["x"] for key in ("place", "hours", "travel", "physical", "environment", "other")},
    "benefits": [],
    "accept": [{"rule": "a/b", "at": {"duties": "x"}, "reason": "y", "by": "z", "until": "2027-01-31"}],
    "compensating": "x",
    "occupational_requirement": {"ground": "x", "source": "y"},
    "review": {"approved_by": "x", "effective": "2026-01-01", "reviewed": "2026-01-01", "version": 1},
    "notes": ["x"],
}
FULL_ORG: dict[str, Any] = {
    "name": "x",
    "language": "zh-Hans",
    "jurisdictions": ["cn"],
    "ladder": {"P": ["P1"]},
    "externals": {"总经理": "P1"},
    "roots": ["x"],
    "terms": {"a": ["b"]},
    "limits": [{"act": "approve", "object": "finance.expense", "role": "x", "up_to": "5000 CNY"}],
    "sod": [{"first": "a", "second": "b", "severity": "error", "remove": "c"}],
    "province": "云南",
    "employer_type": "private",
    "publication": "internal",
    "industry": "x",
}
TOPS = {"role": FULL, "org": FULL_ORG}


def _renamed(value: Any, group_name: str, wanted: str, names: dict[str, str]) -> Any:  # noqa: ANN401
    """Write the keys of one group under other names."""
    if isinstance(value, list):
        return [_renamed(item, group_name, wanted, names) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        (names.get(key, key) if group_name == wanted else key): _renamed(
            inner, group_under(group_name, key) or "", wanted, names
        )
        for key, inner in value.items()
    }


def _other_names() -> Iterator[tuple[str, str, str]]:
    for group_name, entries in knowledge.load("format/vocabulary").items():
        for key, entry in entries.items():
            for name in dict.fromkeys((entry["zh"], entry["zh-Hant"], *entry.get("aliases", ()))):
                yield group_name, key, name


@pytest.mark.parametrize("name", NAMES)
def test_editors_accept_the_whole_format_under_its_english_keys(name: str) -> None:
    assert _editor(name).is_valid(TOPS[name])


@pytest.mark.parametrize("language", ["zh", "zh-Hant"])
@pytest.mark.parametrize("name", NAMES)
def test_editors_accept_the_whole_format_in_each_chinese_script(name: str, language: str) -> None:
    whole = TOPS[name]
    for group_name, entries in knowledge.load("format/vocabulary").items():
        whole = _renamed(TOPS[name], name, group_name, {key: entry[language] for key, entry in entries.items()})
        assert list(_editor(name).iter_errors(whole)) == [], group_name


def test_editors_accept_every_alias_of_every_key() -> None:
    refused = [
        (group_name, key, name)
        for group_name, key, name in _other_names()
        if group_name != "file"
        and not _editor("org" if group_name in ("org", "limit", "sod") else "role").is_valid(
            _renamed(
                TOPS["org" if group_name in ("org", "limit", "sod") else "role"],
                "org" if group_name in ("org", "limit", "sod") else "role",
                group_name,
                {key: name},
            )
        )
    ]
    assert refused == []


@pytest.mark.parametrize("key", ["roles", *(name for found, _, name in _other_names() if found == "file")])
def test_editors_accept_a_list_of_roles_under_every_name(key: str) -> None:
    assert _editor("role").is_valid({key: [{"岗位名称": "x"}, {"崗位名稱": "y"}]})
    assert not _editor("role").is_valid({key: [{"duties": ["x"]}]})
    assert not _editor("role").is_valid({key: [{"title": "x"}], "foo": 1})


def test_editors_tell_a_title_from_a_list_of_roles_that_bears_the_same_key() -> None:
    assert _editor("role").is_valid({"岗位": "经理", "职责": ["拜访客户"]})
    assert not _editor("role").is_valid({"岗位": "经理", "foo": ["拜访客户"]})


@given(_mappings("role"))
def test_editors_refuse_what_the_format_refuses_under_written_keys(node: Node) -> None:
    assert isinstance(node, Mapping)
    known = set(_names_of("role")) | {"foo"}
    canonical = [group("role").canonical(key.text) or key.text for key, _ in node.entries]
    written = [key.text for key, _ in node.entries if key.text in known and "、" not in key.text]
    if len(set(canonical)) != len(node.entries) or len(written) != len(node.entries) or "岗位" in written:
        return
    if all(isinstance(value, Scalar) for _, value in node.entries):
        assert _editor("role").is_valid(plain(node, "")) is check("role")(node, "role")


@pytest.mark.parametrize(
    "broken",
    [
        {"title": None},
        {"title": ["x"]},
        {"foo": 1},
        {"duties": "x"},
        {"duties": {"a": 1}},
        {"duties": [{"area": "x"}]},
        {"kind": "boss"},
        {"reports_to": {"line": "solid"}},
        {"reports_to": {"role": "x", "line": "wavy"}},
        {"kpis": [{"target": "x"}]},
        {"accept": [{"rule": "a/b"}]},
        {"review": {"effective": "1.1.2026"}},
        {"entry_thresholds": [{"metric": "x"}]},
        {"relations": ["x"]},
        {"headcount": True},
        {"notes": [["x"]]},
    ],
)
def test_the_format_and_editors_refuse_the_same_mistakes_in_every_language(broken: dict[str, Any]) -> None:
    data = {"title": "x", **broken}
    for language in ("en", "zh", "zh-Hant"):
        names = {key: entry[language] for key, entry in knowledge.load("format/vocabulary")["role"].items()}
        renamed = _renamed(data, "role", "role", names)
        node = source(json.dumps(renamed, ensure_ascii=False)).documents[0]
        assert not check("role")(node, "role")
        assert not _editor("role").is_valid(renamed)


def test_a_role_without_a_title_is_refused_by_both() -> None:
    assert not _editor("role").is_valid({"duties": ["x"]})
    assert not check("role")(source("duties: [x]\n").documents[0], "role")


def test_equal_keys_count_by_their_last_value_in_both() -> None:
    node = source("title: x\nduties: x\n职责: [x]\n").documents[0]
    assert _agree(node, "role")


def test_the_command_prints_what_editors_are_given() -> None:
    assert run("schema").out == run("schema", "role").out
    assert json.loads(run("schema", "org").out) == for_editors("org")
    assert run("schema", "foo").code == 2
