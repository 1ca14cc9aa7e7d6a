"""The page of `jdlint report` in a real browser: complete, quiet, quick, and deaf to names that would act."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdlint.draw.markup import safe_json, tag
from tests.browser import Browser, browser, needs_browser
from tests.drawing import NASTY, faulty, nasty, two_thousand
from tests.running import ROOT, jdlint, write

AS_OF = ("--as-of", "2026-11-23")
MOST_BYTES = 16_000_000
"""Two thousand roles must stay a page that can be sent and opened."""


def report(folder: Path, page: Path, *options: str) -> str:
    """Write the page as a user does and give its text."""
    run = jdlint("report", str(folder), "-o", str(page), *AS_OF, *options)
    assert (run.code, run.out) == (0, f"{page}\n"), run.err
    return page.read_text(encoding="utf-8")


def data(text: str) -> dict[str, Any]:
    """Give the data in a page."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    assert found
    read: dict[str, Any] = json.loads(found[1])
    return read


@pytest.fixture(scope="module")
def window() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the five roles of a real document."""
    page = tmp_path_factory.mktemp("five") / "report.html"
    report(ROOT / "roles" / "as-received" / "001-branch-offices", page)
    return page


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of two thousand roles."""
    folder = tmp_path_factory.mktemp("many")
    report(two_thousand(folder / "roles"), folder / "report.html")
    return folder / "report.html"


def is_quiet(window: Browser, page: Path) -> None:
    """Check that nothing was complained of, nothing asked of a network, and nothing stands out sideways."""
    assert window.complaints == []
    assert window.requests == [page.resolve().as_uri()]
    assert window.run("document.documentElement.scrollWidth - innerWidth") <= 0


def shown(window: Browser) -> list[str]:
    """Give the titles of the roles that the list shows."""
    titles: list[str] = window.run("[...document.querySelectorAll('.role:not([hidden]) h3')].map(e => e.textContent)")
    return titles


def having(facts: dict[str, Any], family: str, severities: tuple[str, ...]) -> list[str]:
    """Give the titles of the roles with a finding of a family and of one of the severities."""
    findings = [each["rule"].startswith(family) and each["severity"] in severities for each in facts["findings"]]
    return [role["title"] for role in facts["roles"] if any(findings[number] for number in role["findings"])]


def choose(window: Browser, name: str, value: str) -> None:
    """Fill a field of the filter as a reader does."""
    window.run(
        f"(() => {{ const field = document.getElementById('filter').elements[{name!r}];"
        f" field.value = {json.dumps(value)}; field.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    )


@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("is_dark", [False, True])
def test_five_roles(window: Browser, five: Path, width: int, *, is_dark: bool) -> None:
    window.open(five, width, is_dark=is_dark)
    is_quiet(window, five)
    assert len(shown(window)) == 5
    window.run("document.querySelectorAll('.role').forEach(role => { role.open = true; })")
    window.run("new Promise(done => setTimeout(done, 50))")
    assert window.run("document.querySelectorAll('.finding').length") == len(data(five.read_text())["findings"])
    assert window.run("document.querySelectorAll('.sheet table').length") == 5
    assert "城市經理" in window.run("document.querySelector('svg.chart').textContent")
    is_quiet(window, five)


@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
def test_two_thousand_roles(window: Browser, many: Path, width: int) -> None:
    assert many.stat().st_size < MOST_BYTES
    window.open(many, width)
    is_quiet(window, many)
    facts = data(many.read_text(encoding="utf-8"))
    assert len(shown(window)) == len(facts["roles"]) + len(facts["files"])
    # what a reader hasn't opened isn't made: the page stays light
    assert window.run("document.querySelectorAll('.finding').length") == 0
    assert window.run("document.querySelectorAll('*').length") < 60_000
    title = facts["roles"][7]["title"]
    choose(window, "search", title)
    assert title in shown(window)
    assert len(shown(window)) < 500
    choose(window, "search", "")
    choose(window, "unit", facts["roles"][7]["unit"])
    assert 1 < len(shown(window)) < 1000
    is_quiet(window, many)


@needs_browser
def test_filters_by_severity_subject_and_words(window: Browser, five: Path) -> None:
    window.open(five, 1280)
    facts = data(five.read_text(encoding="utf-8"))
    choose(window, "family", "level")
    assert shown(window) == having(facts, "level/", ("error", "warning", "info"))
    window.run("document.querySelector('[value=error]').click()")
    assert shown(window) == having(facts, "level/", ("warning", "info"))
    window.run("document.querySelector('button[type=reset]').click()")
    window.run("new Promise(done => setTimeout(done, 20))")
    assert len(shown(window)) == 5
    choose(window, "search", "没有这样的词")
    assert shown(window) == []
    assert "沒有符合" in window.run("document.getElementById('count').textContent")


@needs_browser
def test_heaviest_rule_is_a_filter_and_a_box_leads_to_its_role(window: Browser, five: Path) -> None:
    window.open(five, 1280)
    window.run("document.querySelector('[data-rule=\"reporting/asymmetric\"]').click()")
    assert 0 < len(shown(window)) < 5
    assert "reporting/asymmetric" in window.run("document.getElementById('rule').textContent")
    window.run("document.getElementById('rule').click()")
    assert len(shown(window)) == 5
    window.run("location.hash = '#r1'")
    window.run("new Promise(done => setTimeout(done, 50))")
    assert window.run("document.getElementById('r1').open && document.activeElement.parentElement.id") == "r1"


@needs_browser
def test_language_switch_changes_every_word(window: Browser, five: Path) -> None:
    window.open(five, 1280)
    assert window.run("document.documentElement.lang") == "zh-Hant"
    window.run("document.getElementById('r1').open = true")
    window.run("new Promise(done => setTimeout(done, 50))")
    before = window.run("document.querySelector('.finding .message').textContent")
    window.run("document.querySelector('[data-language=en]').click()")
    assert window.run("document.documentElement.lang") == "en"
    assert window.run("document.querySelector('.finding .message').textContent") != before
    assert window.run("document.title").startswith("Role definitions: ")
    holding = "main h2, main h3 + *, .tile span:last-of-type, .verdict, .legend span, th[scope=col], #count, footer p"
    words = window.run(f"[...document.querySelectorAll({holding!r})].map(e => e.textContent)")
    names = [word for word in words if re.search(r"[\u4e00-\u9fff]", word)]
    assert [name for name in names if "✕" not in name and "A1" not in name] == []
    assert window.run("document.querySelector('[data-language=en]').getAttribute('aria-pressed')") == "true"


@needs_browser
@pytest.mark.parametrize("width", [390, 1280])
def test_names_that_would_act_are_only_names(window: Browser, tmp_path: Path, width: int) -> None:
    page = tmp_path / "report.html"
    text = report(nasty(tmp_path / "roles"), page, "--lang", "en")
    assert text.count("<script") == 2
    assert text.count("</script") == 2
    window.open(page, width)
    window.run("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    window.run("new Promise(done => setTimeout(done, 50))")
    is_quiet(window, page)
    titles = shown(window)
    for name in NASTY:
        assert any(" ".join(name.split())[:20] in title for title in titles), name
    assert (
        window.run(
            "document.querySelectorAll('img, iframe, object, link, base, body script:not([id]) ~ script').length"
        )
        == 0
    )
    assert window.run("document.querySelectorAll('[onload], [onerror], [href^=\"javascript\"]').length") == 0


@needs_browser
def test_policy_refuses_what_gets_in_all_the_same(window: Browser, five: Path, tmp_path: Path) -> None:
    """A page into which somebody put a script, a picture from the net and a frame runs and asks for none of them."""
    smuggled = (
        '<main><script>document.title = "run"</script><iframe src="https://example.invalid/"></iframe>'
        "<img src='https://example.invalid/x.png' onerror='document.title = \"run\"'>"
    )
    broken = five.read_text(encoding="utf-8").replace("<main>", smuggled, 1)
    page = tmp_path / "broken.html"
    page.write_text(broken, encoding="utf-8")
    window.open(page, 1280)
    assert window.run("document.title") != "run"
    assert any("Content Security Policy" in complaint for complaint in window.complaints)
    with pytest.raises(AssertionError, match="TrustedHTML"):
        window.run("document.body.innerHTML = '<b>markup</b>'")


@needs_browser
def test_print_opens_the_roles_and_hides_the_controls(window: Browser, five: Path, tmp_path: Path) -> None:
    window.open(five, 1280)
    count = "document.querySelectorAll('.role[open]').length"
    window.run(f"addEventListener('beforeprint', () => {{ window.opened = {count}; }})")
    window.printed(tmp_path / "report.pdf")
    assert window.run("window.opened") == 5
    assert window.run(count) == 0
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


@needs_browser
def test_large_chart_shows_what_is_marked_first_and_all_on_request(window: Browser, tmp_path: Path) -> None:
    roles = "".join(f"  - {{title: 岗位{n}, reports_to: {f'岗位{n // 7}' if n else '谁'}}}\n" for n in range(100))
    folder = write(tmp_path / "roles", {"org.yaml": "language: zh-Hans\n", "many.yaml": f"roles:\n{roles}"})
    page = tmp_path / "report.html"
    report(folder, page)
    window.open(page, 1280)
    count = "document.querySelectorAll('svg.chart rect.box').length"
    assert window.run(count) < 50
    window.run("document.querySelector('.whole').click()")
    assert window.run(count) == 101
    assert "只显示" in window.run("document.querySelector('.whole').textContent")
    is_quiet(window, page)


@needs_browser
def test_every_control_has_a_name_and_every_text_its_contrast(window: Browser, five: Path) -> None:
    window.open(five, 1280)
    controls = "[...document.querySelectorAll('button, select, input, a')].filter(e => e.offsetParent)"
    assert window.run(f"{controls}.filter(e => !e.textContent.trim() && !e.labels?.length).length") == 0
    assert window.run("document.querySelectorAll('h1').length") == 1
    for is_dark in (False, True):
        window.open(five, 1280, is_dark=is_dark)
        assert window.run(_CONTRAST) == []


_CONTRAST = """(() => {
  const light = (colour) => {
    const linear = (v) => (v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    const [r, g, b] = colour.match(/[\\d.]+/g).map((v) => linear(v / 255));
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = getComputedStyle(element).backgroundColor;
      if (!/, 0\\)$/.test(colour) && colour !== 'transparent') return colour;
    }
  };
  return [...document.querySelectorAll('main *:not(svg *), header *')].filter((element) =>
    element.offsetParent && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
  ).map((element) => {
    const pair = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
    return [element.outerHTML.slice(0, 90), (pair[0] + .05) / (pair[1] + .05)];
  }).filter(([, ratio]) => ratio < 4.5);
})()"""


def test_page_says_what_was_not_checked_and_counts_what_is_hidden(tmp_path: Path) -> None:
    folder = faulty(tmp_path / "roles")
    write(folder, {"bad.yaml": "title: [\n", ".jdlint.yaml": "ignore: [structure/duty-count]\n"})
    text = report(folder, tmp_path / "report.html", "--severity", "error", "--lang", "en")
    assert "whether names exist, because 1 of its files can&#x27;t be read" in text
    assert "the rules of the stricter profiles: strict, audit" in text
    assert "rules that the settings leave out: structure/duty-count" in text
    assert re.search(r"\d+ findings of lower severity aren&#x27;t shown", text)
    facts = data(text)
    assert [file["file"] for file in facts["files"]] == ["bad.yaml"]


def test_large_chart_without_any_mark_is_shown_whole(tmp_path: Path) -> None:
    roles = "".join(f"  - {{title: 岗位{n}, kind: executive}}\n" for n in range(100))
    folder = write(tmp_path / "roles", {"org.yaml": "language: zh-Hans\n", "many.yaml": f"roles:\n{roles}"})
    text = report(folder, tmp_path / "report.html")
    assert text.count('<rect class="box"') == 100
    assert 'class="whole"' not in text


def test_duties_are_set_against_authorities(tmp_path: Path) -> None:
    role = (
        "title: 信贷经理\nduties: [审批客户资信额度, 考核下属人员, 参加晨会]\n"
        "authorities: [对客户资信额度有审批权, 对下属人员考核有建议权]\n"
    )
    facts = data(
        report(write(tmp_path / "roles", {"org.yaml": "language: zh-Hans\n", "a.yaml": role}), tmp_path / "report.html")
    )
    ((first, needed), (_, weak), (_, none)) = facts["roles"][0]["duties"]
    assert first == "审批客户资信额度"
    assert [(state, by) for _, state, by in needed] == [("granted", 0)]
    assert [(state, by) for _, state, by in weak] == [("weak", 1)]
    assert none == []


def test_page_is_the_same_every_time_and_everywhere(tmp_path: Path) -> None:
    folder = faulty(tmp_path / "roles")
    report(folder, tmp_path / "one.html")
    run = jdlint("report", "roles", "-o", "two.html", *AS_OF, cwd=tmp_path)
    assert run.code == 0
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()


def test_json_in_a_page_can_end_no_script() -> None:
    value = {"a": "</script><!--\u2028&", "b": ["]]>"]}
    written = safe_json(value)
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == value


def test_attributes_are_escaped() -> None:
    assert tag("a", href='"><b>') == '<a href="&quot;&gt;&lt;b&gt;"></a>'
