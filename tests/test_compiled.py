"""Compiled parts hold what rules/ says, follow every change of it, and never stop a run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jdlint import compiled, knowledge
from jdlint.checking.catalogue import from_files, packed_rules
from jdlint.checking.packed import unpack

_PROGRAM = "from jdlint import compiled; print(compiled.part('sample', lambda: print('made') or {'a': (1, None)}))"


def test_rules_come_out_of_their_compiled_form_as_they_went_in() -> None:
    rules = list(from_files().rules.values())
    for rule, row in zip(rules, packed_rules(), strict=True):
        again = unpack(row, lambda rule_id: from_files().rules[rule_id].examples)
        assert (again.kind, again.params) == (rule.kind, rule.params)
        assert (again.prose, again.examples, again.fixes) == (rule.prose, rule.examples, rule.fixes)
        again = again._replace(bound_of=rule.bound_of, prose_of=rule.prose_of)
        again = again._replace(examples_of=rule.examples_of, fixes_of=rule.fixes_of)
        assert again == rule


def _run(folder: Path, **environment: str) -> list[str]:
    """Ask for a part in a process of its own, whose bytecode stands in a folder."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPYCACHEPREFIX": str(folder), **environment}
    done = subprocess.run([sys.executable, "-c", _PROGRAM], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def _part_below(folder: Path) -> Path:
    (found,) = folder.rglob("*-sample.*")
    return found


def test_a_part_is_made_once(tmp_path: Path) -> None:
    assert _run(tmp_path) == ["made", "{'a': (1, None)}"]
    assert _run(tmp_path) == ["{'a': (1, None)}"]


@pytest.mark.parametrize("content", [b"", b"\xff\xff\xff\x7f", b"\0\0\0\0garbage"])
def test_a_damaged_part_is_made_anew(tmp_path: Path, content: bytes) -> None:
    _run(tmp_path)
    _part_below(tmp_path).write_bytes(content)
    assert _run(tmp_path)[0] == "made"
    assert _run(tmp_path) == ["{'a': (1, None)}"]


def test_a_part_of_another_state_is_made_anew(tmp_path: Path) -> None:
    _run(tmp_path)
    part = _part_below(tmp_path)
    part.write_bytes(part.read_bytes().replace(b".yaml", b".yamm", 1))
    assert _run(tmp_path)[0] == "made"


def test_nothing_is_kept_where_python_keeps_no_bytecode(tmp_path: Path) -> None:
    assert _run(tmp_path, PYTHONDONTWRITEBYTECODE="1")[0] == "made"
    assert list(tmp_path.rglob("*-sample.*")) == []


def test_a_folder_that_takes_no_file_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert _run(tmp_path / "file")[-1] == "{'a': (1, None)}"


def test_the_state_tells_a_changed_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "family").mkdir()
    rule = tmp_path / "family" / "rule.yaml"
    rule.write_text("id: a")
    monkeypatch.setattr(compiled, "rules_folder", lambda: str(tmp_path))
    states = []
    for change in (lambda: None, lambda: rule.write_text("id: ab"), lambda: os.utime(rule, ns=(1, 1)), rule.unlink):
        change()
        compiled.state.cache_clear()
        states.append(compiled.state())
    compiled.state.cache_clear()
    assert len(set(states)) == 4


def test_tables_are_those_of_the_files() -> None:
    assert knowledge.has_key("lexicon/acts", "acts")
    assert not knowledge.has_key("lexicon/acts", "phrases")
    assert "lexicon/acts" in knowledge.names("lexicon")
