"""Charts: what is marked, where boxes stand, and that no name can act as code in Mermaid, DOT or SVG."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as some

from jdlint.draw import dot, mermaid, svg
from jdlint.draw.chart import Box, Chart, Spot, Tie, chart_of
from jdlint.draw.fold import fold, left_out
from jdlint.draw.layout import HEIGHT, lay_out
from jdlint.draw.letters import one_line, pixels, shorten
from jdlint.draw.tree import grow
from jdlint.report.width import width
from tests.browser import MERMAID, browser, needs_browser
from tests.conftest import organisation
from tests.drawing import LINES, NASTY, ORG, drawn, faulty, nasty
from tests.running import jdlint, write

SVG = "{http://www.w3.org/2000/svg}"


def chart(*ties: tuple[int, int], boxes: int = 0, marked: Sequence[int] = ()) -> Chart:
    count = max([boxes, *(end + 1 for tie in ties for end in tie)])
    made = [
        Box(f"r{n}", f"岗位{n}", Spot("a.yaml", f"roles[{n}]"), mark="clash" if n in marked else "")
        for n in range(count)
    ]
    return Chart(
        "组织", "zh-Hans", tuple(made), tuple(Tie(f"r{a}", f"r{b}", "solid", ()) for a, b in dict.fromkeys(ties))
    )


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - written by jdlint or Graphviz a moment ago


def classes(text: str, name: str) -> list[str]:
    """Give the classes of the elements of an SVG that are ties or boxes."""
    found = [element.get("class", "") for element in parsed(text).iter()]
    return [each for each in found if each.split()[:1] == [name]]


def test_every_fault_of_the_lines_is_marked_as_what_it_is(tmp_path: Path) -> None:
    text = drawn(faulty(tmp_path), "svg", "--lang", "zh")
    boxes = classes(text, "box")
    assert sum(each == "box loop" for each in boxes) == 4  # 甲 乙 丙, and 戊 who reports to itself
    assert "box unclear" in boxes  # 己, whose superior nobody knows
    assert "box level" in boxes  # 丁, as high as its superior
    assert "box name-only external" in boxes
    assert "box name-only unknown" in boxes
    ties = classes(text, "tie")
    assert ties.count("tie solid loop") == 4
    assert "tie dotted" in ties
    assert "tie claimed clash" in ties  # 辛 claims 庚, who reports to 丁
    assert all(words in text for words in ("汇报循环", "说法互相矛盾", "上级缺失或不明", "虚线汇报"))


def test_accepted_finding_is_not_marked(tmp_path: Path) -> None:
    accepted = LINES.replace(
        "reports_to: 不存在的岗位",
        "reports_to: 不存在的岗位, accept: [{rule: reporting/unknown-superior, reason: 筹建中}]",
    )
    write(tmp_path, {"org.yaml": ORG, "lines.yaml": accepted})
    assert "box unclear" not in classes(drawn(tmp_path, "svg"), "box")


def test_names_below_two_superiors_are_no_contradiction() -> None:
    roles = "roles:\n- {title: 甲}\n- {title: 乙}\n- {title: 丙, reports_to: [{role: 甲, line: dotted}, 乙]}\n"
    made = chart_of(organisation({"a.yaml": roles}))
    assert grow(made).above == {"r2": "r1"}
    assert [(tie.upper, tie.form) for tie in made.ties] == [("r0", "dotted"), ("r1", "solid")]


edges = some.lists(some.tuples(some.integers(0, 30), some.integers(0, 30)), max_size=60)


@given(edges, some.lists(some.integers(0, 30), max_size=3))
def test_any_graph_becomes_a_forest_whose_boxes_stand_apart(ties: list[tuple[int, int]], marked: list[int]) -> None:
    made = chart(*ties, boxes=3, marked=marked)
    layout = lay_out(made, {})
    assert set(layout.placed) == {box.key for box in made.boxes}
    placed = list(layout.placed.values())
    for place, one in enumerate(placed):
        for other in placed[place + 1 :]:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            assert apart or abs(one.y - other.y) >= HEIGHT, (one, other)
    assert sorted(key for key, _ in layout.forest.down()) == sorted(layout.placed)


@given(edges, some.lists(some.integers(0, 30), max_size=3))
def test_folding_keeps_what_is_marked_and_counts_the_rest(ties: list[tuple[int, int]], marked: list[int]) -> None:
    made = chart(*ties, boxes=3, marked=marked)
    folded = fold(made)
    kept = {box.key for box in folded.boxes}
    assert {box.key for box in made.boxes if box.mark} <= kept
    assert left_out(made, folded) == len(made.boxes) - len(kept)
    hanging = [box for box in made.boxes if box.key not in kept and box.key in grow(made).above]
    tops_left_out = [key for key in grow(made).roots if key not in kept]
    below_tops = sum(key not in kept for key, _ in grow(made).down()) - len(tops_left_out)
    assert below_tops == len(hanging)
    assert sum(box.folded for box in folded.boxes) <= len(hanging)


def test_two_thousand_in_one_line_of_command_need_no_recursion() -> None:
    made = chart(*((n, n + 1) for n in range(2000)), (2000, 0))
    assert len(lay_out(made, {}).placed) == 2001
    assert len(fold(made).boxes) >= 2


@pytest.mark.parametrize("writer", [svg.write, mermaid.write, dot.write])
def test_nothing_to_draw_is_still_a_picture(writer: object) -> None:
    assert callable(writer)
    assert writer([], "en")


@given(some.text(max_size=40))
def test_any_name_is_one_line_of_valid_xml(name: str) -> None:
    made = Chart(one_line(name), None, (Box("r0", one_line(name), unit=one_line(name)),), ())
    texts = [element.text for element in parsed(svg.write([made], "en")).iter(f"{SVG}text")]
    assert one_line(name) == "" or shorten(one_line(name), 34) in texts


@given(some.text(max_size=40))
def test_mermaid_reads_no_name_as_code(name: str) -> None:
    written = mermaid.quote(one_line(name))
    assert all(each.isalnum() or each in " #;" for each in written)


@given(some.text(max_size=40), some.integers(2, 30))
def test_shortened_text_fits(name: str, columns: int) -> None:
    assert width(shorten(one_line(name), columns)) <= columns


def test_chinese_takes_twice_the_room() -> None:
    assert pixels("岗位", 10) == 20
    assert 10 < pixels("ab", 10) < 13


def test_unicode_controls_are_shown_not_obeyed(tmp_path: Path) -> None:
    text = drawn(nasty(tmp_path), "svg")
    assert "\\u202e" in text
    assert "\u202e" not in text


def test_svg_holds_no_script_no_link_and_no_address(tmp_path: Path) -> None:
    names = {element.tag.removeprefix(SVG) for element in parsed(drawn(nasty(tmp_path), "svg")).iter()}
    assert names == {"svg", "title", "style", "rect", "g", "text", "path"}


def test_output_file_names_the_format(tmp_path: Path) -> None:
    faulty(tmp_path)
    for name, opening in (("c.svg", "<svg"), ("c.dot", "digraph"), ("c.mmd", "flowchart")):
        run = jdlint("chart", str(tmp_path), "-o", str(tmp_path / name))
        assert (run.code, run.out) == (0, f"{tmp_path / name}\n")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(opening)


def test_file_that_cant_be_written_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    run = jdlint("chart", str(faulty(tmp_path)), "-o", str(tmp_path / "none" / "c.svg"))
    assert run.code == 2
    assert "Create the folder" in run.err


def test_an_ending_that_no_format_has_is_refused(tmp_path: Path) -> None:
    run = jdlint("chart", str(faulty(tmp_path)), "-o", str(tmp_path / "c.png"))
    assert run.code == 2
    assert ".svg" in run.err
    assert not (tmp_path / "c.png").exists()


@pytest.mark.parametrize(("command", "opening"), [("chart", "flowchart"), ("report", "<!doctype html>")])
def test_a_hyphen_stands_for_standard_output(tmp_path: Path, command: str, opening: str) -> None:
    assert jdlint(command, str(faulty(tmp_path)), "-o", "-", cwd=tmp_path).out.startswith(opening)
    assert not (tmp_path / "-").exists()


@pytest.mark.parametrize("command", ["chart", "report"])
def test_picture_never_replaces_a_role(tmp_path: Path, command: str) -> None:
    faulty(tmp_path)
    form = ("--format", "svg") if command == "chart" else ()
    run = jdlint(command, str(tmp_path), "-o", str(tmp_path / "lines.yaml"), *form)
    assert run.code == 2
    assert "holds roles" in run.err
    assert (tmp_path / "lines.yaml").read_text(encoding="utf-8") == LINES


def test_roles_of_unreadable_files_are_missed_aloud(tmp_path: Path) -> None:
    write(faulty(tmp_path), {"bad.yaml": "title: [\n"})
    assert "can't be read (1)" in jdlint("chart", str(tmp_path), "--lang", "en").err


def test_large_chart_says_that_mermaid_refuses_it(tmp_path: Path) -> None:
    roles = "".join(f"  - {{title: 岗位{n}, reports_to: 岗位{n // 7}}}\n" for n in range(600))
    run = jdlint("chart", str(write(tmp_path, {"org.yaml": ORG, "many.yaml": f"roles:\n{roles}"})), "--lang", "en")
    assert "Mermaid refuses" in run.err
    folded = jdlint("chart", "--fold", str(tmp_path))
    assert "未画出" in folded.err
    assert len(folded.out) < len(run.out) / 2


DOT = shutil.which("dot")


@pytest.mark.skipif(DOT is None, reason="no Graphviz here; `.ci/browser` installs Debian's")
@pytest.mark.parametrize("make", [faulty, nasty])
def test_graphviz_draws_the_names_as_they_are(tmp_path: Path, make: object) -> None:
    assert callable(make)
    text = drawn(make(tmp_path), "dot")
    done = subprocess.run(["dot", "-Tsvg"], input=text.encode(), capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    tree = parsed(done.stdout)
    texts = [" ".join((element.text or "").split()) for element in tree.iter(f"{SVG}text")]
    for name in NASTY if make is nasty else ("甲经理",):
        assert any(one_line(name) in text for text in texts), name
    nodes = sum(element.get("class") == "node" for element in tree.iter(f"{SVG}g"))
    assert nodes == sum(bool(re.match(r'    "[rx][\d-]+" \[', line)) for line in text.splitlines())


@needs_browser
@pytest.mark.skipif(MERMAID is None, reason="no Mermaid here; `.ci/browser` fetches it from npm")
@pytest.mark.parametrize("make", [faulty, nasty])
def test_mermaid_draws_the_names_as_they_are(tmp_path: Path, make: object) -> None:
    assert callable(make)
    assert MERMAID is not None
    text = drawn(make(tmp_path / "roles"), "mermaid")
    page = tmp_path / "page.html"
    page.write_text(
        f'<meta charset="utf-8"><div id="out"></div><script src="{MERMAID.as_uri()}"></script>', encoding="utf-8"
    )
    with browser() as opened:
        opened.open(page, 1280)
        opened.run("mermaid.initialize({startOnLoad: false})")
        opened.run(f"mermaid.render('chart', {json.dumps(text)}).then(done => {{ out.innerHTML = done.svg; }})")
        words = opened.run("document.getElementById('out').textContent")
        nodes = opened.run("document.querySelectorAll('#out .node').length")
        acting = opened.run("document.querySelectorAll('#out img, #out script, #out a').length")
    for name in NASTY if make is nasty else ("甲经理", "汇报循环"):
        assert one_line(name) in words, words
    assert nodes == sum(line.endswith(('"]', '"])')) for line in text.splitlines()[2:])
    assert acting == 0
