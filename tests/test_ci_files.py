"""What is there to copy into CI: read by the checkers of those systems, and run by the shells that would run it."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.running import ROOT, jdlint, write

ROLE = "title: 城市经理\nreports_to: 总经理\nduties: [完成领导交办的其他工作, 每月5日前编制销售月报, 负责相关工作]\n"
ORG = "language: zh-Hans\nexternals: [总经理]\n"
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
DOC = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false")
HAS_BASE = "--diff-base" in jdlint("check", "--help").out


def examples() -> dict[str, str]:
    """Give the YAML of docs/ci.md by the file name in its first line."""
    found = re.findall(r"```yaml\n# ([^\n]+)\n(.*?)```", DOC, re.DOTALL)
    assert len(found) >= 6
    return dict(found)


def tool(name: str) -> str:
    """Give a checker of the test group, beside this Python or on the path."""
    beside = Path(sys.executable).parent / name
    found = str(beside) if beside.exists() else shutil.which(name)
    if not found:
        pytest.skip(f"no {name} here; it belongs to the test group")
    return found


@pytest.fixture
def workflows(tmp_path: Path) -> list[Path]:
    """Write the workflows of docs/ci.md, and the one that `jdlint init` writes."""
    written = {file: text for file, text in examples().items() if file.startswith(".github/")}
    write(tmp_path / "doc", written)
    (tmp_path / "own" / ".github").mkdir(parents=True)
    assert jdlint("init", "--yes", cwd=tmp_path / "own").code == 0
    found = sorted(tmp_path.rglob("*.yml"))
    assert len(found) == 3
    return found


def valid(schema: str, *files: Path) -> None:
    """Check files against a schema that check-jsonschema brings with it."""
    command = [tool("check-jsonschema"), "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr


def test_workflows_and_action_fit_their_schemas(workflows: list[Path]) -> None:
    valid("vendor.github-workflows", *workflows)
    valid("vendor.github-actions", ROOT / "action.yml")


def test_workflows_and_action_pass_zizmor(workflows: list[Path]) -> None:
    command = [tool("zizmor"), "--offline", "--no-progress", "--persona=pedantic", "--format=json"]
    done = subprocess.run(
        [*command, str(ROOT / "action.yml"), *map(str, workflows)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert [(each["ident"], each["desc"]) for each in json.loads(done.stdout)] == []
    assert done.returncode == 0, done.stderr


def test_zizmor_would_see_an_input_in_a_script(tmp_path: Path) -> None:
    """The check above can fail: with an input in the script, it does."""
    text = (ROOT / "action.yml").read_text(encoding="utf-8").replace('"${command[@]}"', "jdlint ${{ inputs.args }}")
    write(tmp_path, {"action.yml": text})
    done = subprocess.run(
        [tool("zizmor"), "--offline", "--no-progress", "--format=json", str(tmp_path / "action.yml")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "template-injection" in {each["ident"] for each in json.loads(done.stdout)}


def component(**inputs: str) -> str:
    """Give the job of the GitLab component as GitLab would make it of some inputs."""
    head, _, job = (ROOT / "templates" / "jdlint" / "template.yml").read_text(encoding="utf-8").partition("\n---\n")
    known: dict[str, dict[str, str]] = yaml.safe_load(head)["spec"]["inputs"]
    assert set(inputs) <= {name.replace("-", "_") for name in known}
    values = {name: inputs.get(name.replace("-", "_"), about["default"]) for name, about in known.items()}
    return re.sub(r"\$\[\[ inputs\.([\w-]+) \]\]", lambda found: values[found[1]], job)


def test_gitlab_files_fit_their_schema(tmp_path: Path) -> None:
    own = {"component.yml": component(path="roles/"), "doc.yml": examples()[".gitlab-ci.yml"]}
    own["include.yml"] = examples()[".gitlab-ci.yml with the component"]
    (tmp_path / "tree").mkdir()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path / "tree", check=True)
    subprocess.run(["git", "remote", "add", "o", "https://gitlab.com/a/b"], cwd=tmp_path / "tree", check=True)
    assert jdlint("init", "--yes", cwd=tmp_path / "tree").code == 0
    own["init.yml"] = (tmp_path / "tree" / ".gitlab-ci.yml").read_text(encoding="utf-8")
    write(tmp_path, own)
    valid("vendor.gitlab-ci", *(tmp_path / name for name in own))


def test_no_input_of_the_component_reaches_its_script() -> None:
    script = "".join(
        re.findall(r"script:\n(.*?)\n  \w", component(path="MARK", fail_on="MARK", version="MARK"), re.DOTALL)
    )
    assert "jdlint" in script
    assert "MARK" not in script


def test_every_example_is_yaml_and_pins_what_it_uses() -> None:
    for file, text in examples().items():
        assert yaml.safe_load(text), file
        for used in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", used), (file, used)


def test_hook_and_hosts_are_those_that_init_writes(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".github").mkdir()
    jdlint("init", "--yes", cwd=tmp_path)
    for file in (".pre-commit-config.yaml", ".github/workflows/jdlint.yml"):
        written = yaml.safe_load((tmp_path / file).read_text(encoding="utf-8"))
        told = yaml.safe_load(examples()[file])
        for jobs in (written, told):
            jobs.get(True, {}).get("push", {}).pop("branches", None)  # YAML 1.1 reads `on` as true
        assert written == told


@pytest.fixture
def runner(tmp_path: Path) -> Path:
    """Make what a runner of GitHub offers: a checkout with its base, and jdlint where the action puts it."""
    tree = write(tmp_path / "tree", {"roles/org.yaml": ORG, "roles/a.yaml": ROLE})
    subprocess.run([*GIT, "init", "-q", "-b", "main"], cwd=tree, check=True)
    subprocess.run([*GIT, "add", "-A"], cwd=tree, check=True)
    subprocess.run([*GIT, "commit", "-qm", "base"], cwd=tree, check=True)
    subprocess.run([*GIT, "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=tree, check=True)
    tools = tmp_path / "temp" / "jdlint" / "bin"
    tools.mkdir(parents=True)
    script = tools / "jdlint"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m jdlint "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return tree


def act(tree: Path, base_ref: str = "", **inputs: str) -> "subprocess.CompletedProcess[str]":
    """Run the step of the action that checks, with inputs as GitHub hands them over."""
    step = ACTION["runs"]["steps"][1]
    known = {name: about["default"] for name, about in ACTION["inputs"].items()}
    given = known | {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]  # type: ignore[index] # nothing else stands there
        for name, value in step["env"].items()
    }
    runner = {"RUNNER_TEMP": str(tree.parent / "temp"), "GITHUB_BASE_REF": base_ref, "PYTHONPATH": str(ROOT)}
    runner["GITHUB_STEP_SUMMARY"] = str(tree.parent / "summary.md")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=tree,
        env=os.environ | runner | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_action_annotates_and_writes_sarif(runner: Path) -> None:
    done = act(runner, sarif="out.sarif")
    assert done.returncode == 1, done.stderr
    assert "::error " in done.stdout
    assert json.loads((runner / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert "岗位" in (runner.parent / "summary.md").read_text(encoding="utf-8")


def test_action_takes_paths_and_arguments_a_line_each(runner: Path) -> None:
    write(runner, {"roles/with blank.yaml": ROLE.replace("城市", "渠道")})
    done = act(runner, path="roles/with blank.yaml\n", args="--select\nduty\n", fail_on="never")
    assert done.returncode == 0, done.stderr
    assert "roles/with blank.yaml" in done.stdout
    assert "roles/a.yaml" not in done.stdout


@pytest.mark.parametrize(
    "text", ["$(touch pwned)", "`touch pwned`", "'; touch pwned; '", '"; touch pwned; "', "a\n;touch pwned"]
)
@pytest.mark.parametrize("name", ["path", "args", "fail_on", "diff_base", "sarif"])
def test_no_input_of_the_action_is_ever_code(runner: Path, name: str, text: str) -> None:
    act(runner, **{name: text})
    assert not (runner / "pwned").exists()


def test_option_in_the_path_is_a_path(runner: Path) -> None:
    done = act(runner, path="--output-file=json=pwned")
    assert done.returncode == 2
    assert not (runner / "pwned").exists()


@pytest.mark.skipif(not HAS_BASE, reason="this jdlint has no --diff-base")
def test_action_fails_on_what_a_pull_request_did_and_on_nothing_else(runner: Path) -> None:
    assert act(runner, base_ref="main").returncode == 0
    write(runner, {"roles/b.yaml": ROLE.replace("城市", "渠道")})
    subprocess.run([*GIT, "add", "-A"], cwd=runner, check=True)
    subprocess.run([*GIT, "commit", "-qm", "another role"], cwd=runner, check=True)
    done = act(runner, base_ref="main")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "roles/b.yaml" in done.stdout


@pytest.mark.parametrize("path", ["", "roles/a.yaml"])
def test_component_runs_in_a_plain_shell(runner: Path, path: str) -> None:
    job = yaml.safe_load(component(path=path))["jdlint"]
    tools = runner / ".jdlint-environment" / "bin"
    tools.mkdir(parents=True)
    (tools / "jdlint").symlink_to(runner.parent / "temp" / "jdlint" / "bin" / "jdlint")
    variables = {name: value["value"] for name, value in job["variables"].items() if isinstance(value, dict)}
    done = subprocess.run(
        ["sh", "-euc", "\n".join(job["script"])],
        cwd=runner,
        env=os.environ | variables | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, done.stderr
    report = json.loads((runner / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert {each["location"]["path"] for each in report} == {"roles/a.yaml"}
