"""Generate role files: `python benchmarks/corpus.py OUT N`; the same N gives the same bytes everywhere.

About 2.8 KB and 12 duties a file; 85 % Simplified Chinese, 5 % Traditional, 10 % English. Words and the shares of
planted faults stand in words.toml.
"""

import os
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count, cycle, product
from random import Random
from textwrap import wrap
from typing import Any

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "words.toml"), "rb") as _file:
    WORDS: dict[str, Any] = tomllib.load(_file)
FAULTS: dict[str, float] = WORDS["faults"]
GRADES = {"assistant": "P1", "specialist": "P2", "supervisor": "A1", "manager": "A2", "director": "A3"}
KINDS = {"assistant": "assistant", "specialist": "specialist"}
LINE = 30
"""Chinese characters in a line of a folded purpose."""


@dataclass
class Post:
    """One post of an organisation, before it is written as a role."""

    id: str
    title: str
    head: str
    language: str
    unit: tuple[str, str]
    """Its folder and its name."""
    region: str = ""
    function: str = ""
    parent: "Post | None" = None
    children: list["Post"] = field(default_factory=list)


@dataclass(frozen=True)
class Folded:
    """A text to be written as `>-`."""

    text: str


Node = str | Folded | list[Any] | dict[str, Any]


def write(out: str, wanted: int, size: int = 0) -> None:
    """Write `wanted` roles below a folder, in organisations of `size` roles, or of 200 to 500 where it is 0."""
    for number, roles in enumerate(_sizes(wanted, size)):
        name = WORDS["organisations"][number % len(WORDS["organisations"])]
        folder = os.path.join(out, f"{name}-{number + 1:02}")
        posts = _posts(roles)
        os.makedirs(folder, exist_ok=True)
        _save(os.path.join(folder, "org.yaml"), _organisation(name))
        for place, post in enumerate(posts):
            unit = os.path.join(folder, post.unit[0])
            os.makedirs(unit, exist_ok=True)
            text = _Role(post, posts, Random(f"{wanted}/{number}/{place}")).text()
            _save(os.path.join(unit, f"{post.id}.yaml"), text)


def _save(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _sizes(rest: int, size: int) -> Iterator[int]:
    """Cut a number of roles into organisations; a small rest joins the last one."""
    rng = Random(rest)
    while rest:
        roles = size or rng.randint(200, 500)
        roles = rest if rest < roles + 100 else roles
        yield roles
        rest -= roles


def _organisation(name: str) -> str:
    facts: dict[str, Node] = {
        "name": name,
        "language": "zh-Hans",
        "jurisdictions": ["cn"],
        "ladder": ["P1", "P2", "A1", "A2", "A3", "A4"],
        "externals": ["董事长", "董事会"],
        "roots": ["general-manager"],
        "province": "云南",
        "employer_type": "private",
        "publication": "internal",
    }
    return "\n".join(_lines(facts, "")) + "\n"


def _posts(wanted: int) -> list[Post]:
    """Give the posts of an organisation, superiors before their subordinates."""
    title, unit = WORDS["hans"]["top"]
    top = Post("general-manager", title, "director", "hans", ("office", unit), "云南", "经营")
    units = [_unit_posts(folder, top) for folder in WORDS["units"]]
    posts = [top]
    for unit_posts in cycle(units):
        if len(posts) >= wanted:
            break
        post = next(unit_posts)
        posts.append(post)
        if post.parent:
            post.parent.children.append(post)
    return posts


def _unit_posts(folder: str, top: Post) -> Iterator[Post]:
    """Give a unit's posts without end: a director, managers of functions, and their people region by region."""
    language, name, functions = WORDS["units"][folder]
    words = WORDS["en" if language == "en" else "hans"]

    def post(head: str, parent: Post, function: int | None, region: int | None, team: int = 0) -> Post:
        of_region = words["regions"][region] if region is not None else ""
        of_function = functions[function] if function is not None else ""
        parts = [of_region, of_function or name, words["heads"][head], f"{team + 1}" if team else ""]
        title = (" " if language == "en" else "").join(filter(None, parts))
        numbers = [str(number + 1) for number in (function, region, team or None) if number is not None]
        slug = "-".join([folder, head, *numbers])
        post_region, post_function = of_region or words["regions"][0], of_function or name
        return Post(slug, title, head, language, (folder, name), post_region, post_function, parent)

    director = post("director", top, None, None)
    yield director
    managers: dict[int, Post] = {}
    places = len(words["regions"]), len(functions)
    for team, (region, function) in ((team, place) for team in count() for place in product(*map(range, places))):
        if function not in managers:
            managers[function] = post("manager", director, function, None)
            yield managers[function]
        supervisor = post("supervisor", managers[function], function, region, team)
        yield supervisor
        yield post("specialist", supervisor, function, region, team)
        yield post("assistant", supervisor, function, region, team)


class _Role:
    """Writes one post as a role file, with the faults that chance plants in it."""

    def __init__(self, post: Post, posts: list[Post], rng: Random) -> None:
        self.post = post
        self.posts = posts
        self.rng = rng
        self.words: dict[str, Any] = WORDS["en" if post.language == "en" else "hans"]
        self.faults = {name for name, share in FAULTS.items() if rng.random() < share}

    def text(self) -> str:
        """Give the file's text."""
        data = self._with_faults(self._role())
        if self.rng.random() < 0.08:
            data = {WORDS["keys"].get(key, key): value for key, value in data.items()}
        text = "\n".join(_lines(data, "")) + "\n"
        if self.post.language == "hant":
            text = text.translate(str.maketrans(WORDS["traditional"]["of"], WORDS["traditional"]["writes"]))
        return self._with_raw_faults(text)

    def _role(self) -> dict[str, Node]:
        post, some = self.post, self._some
        kinds = self.rng.choices(("duty", "short_duty"), (4, 1), k=self._number(8, 16))
        purpose = some("purposes")
        return {
            "id": post.id,
            "title": post.title,
            "kind": KINDS.get(post.head, "manager"),
            "unit": post.unit[1],
            "level": "A4" if not post.parent else GRADES[post.head],
            "headcount": str(self._number(1, 6)),
            "reports_to": self._superior(),
            "manages": [self._call(child) for child in post.children],
            "purpose": Folded(purpose) if self.rng.random() < 0.16 else purpose,
            "duties": [self._sentence(kind) for kind in kinds],
            "authorities": self._authorities(),
            "accountabilities": [self._fill("{region}{function}") + name for name, _, _ in self._kpi_words(2)],
            "kpis": self._kpis(),
            "relations": {"internal": self._pick("sources", 2), "external": self._pick("externals", 2)},
            "qualifications": {
                "education": [some("education")],
                "experience": [some("experience")],
                "skills": [some("skills")],
                "traits": [some("traits")],
            },
            "entry_thresholds": self._thresholds(),
            "career": {"promotes_to": [post.parent.title] if post.parent else []},
            "training": [some("training")],
            "conditions": {"place": [some("places")], "hours": [self.words["hours"]], "travel": [some("travel")]},
            "review": {"approved_by": self._superior(), "effective": "2026-01-01", "reviewed": "2026-06-30"},
        }

    def _number(self, least: int, most: int) -> int:
        return self.rng.randint(least, most)

    def _some(self, key: str) -> str:
        found: str | list[str] = self.words[key]
        return self._fill(found if isinstance(found, str) else self.rng.choice(found))

    def _pick(self, key: str, wanted: int) -> list[str]:
        picked: list[str] = self.rng.sample(self.words[key], wanted)
        return picked

    def _fill(self, template: str) -> str:
        """Fill a template's names; number and digit differ each time."""
        post = self.post
        superior = post.parent.title if post.parent else self.words["top"][0]
        if post.language == "en":
            template = template.replace("}{", "} {")
        return template.format(
            region=post.region,
            function=post.function.lower() if post.language == "en" else post.function,
            superior=superior,
            number=self._number(2, 60),
            digit=self._number(1, 8),
            time="{time}", verb="{verb}", object="{object}", result="{result}", standard="{standard}",
        )  # fmt: skip

    def _sentence(self, kind: str) -> str:
        verbs, objects = self.rng.choice(self.words["groups"])
        template = self._fill(self.rng.choice(self.words[kind]))
        return template.format(
            time=self.rng.choice(self.words["times"]),
            verb=self.rng.choice(verbs),
            object=self.rng.choice(objects),
            result=self._some("results"),
            standard=self._some("standards"),
        )

    def _call(self, post: Post) -> str:
        """Refer to a post by id or by title."""
        return post.id if self.rng.random() < 0.5 else post.title

    def _superior(self) -> str:
        if self.post.parent:
            return self._call(self.post.parent)
        return "董事长"

    def _authorities(self) -> list[Node]:
        found: list[Node] = []
        for template in self._pick("authorities", 3):
            _, objects = self.rng.choice(self.words["groups"])
            found.append(self._fill(template).format(object=self.rng.choice(objects)))
        _, objects = self.rng.choice(self.words["groups"])
        entry: dict[str, Node] = {"approve": self.rng.choice(objects), "limit": f"{self._number(1, 90)}000 CNY"}
        return [*found, entry]

    def _thresholds(self) -> list[Node]:
        """Ask for a result that grows with the grade, in every third role."""
        if self.rng.random() < 0.67:
            return []
        least = (1 + list(GRADES).index(self.post.head)) * 500 + self._number(0, 40)
        return [{"metric": self._some("metrics"), "at_least": str(least), "unit": self.words["unit"]}]

    def _kpi_words(self, wanted: int) -> list[list[str]]:
        picked: list[list[str]] = self.rng.sample(self.words["kpis"], wanted)
        return picked

    def _kpis(self) -> list[dict[str, Node]]:
        return [
            {
                "name": self.post.function + name,
                "formula": formula,
                "target": self._fill(target),
                "weight": f"{weight}%",
                "period": self.rng.choice(self.words["periods"]),
                "source": self.rng.choice(self.words["sources"]),
            }
            for weight, (name, formula, target) in zip((50, 30, 20), self._kpi_words(3), strict=True)
        ]

    def _with_faults(self, data: dict[str, Any]) -> dict[str, Any]:
        for name in FAULTS:
            if name in self.faults and name in _PLANTS:
                _PLANTS[name](self, data)
        return data

    def _with_raw_faults(self, text: str) -> str:
        """Plant what no tree can hold: a key that stands twice, and YAML that can't be read."""
        if "repeated-key" in self.faults:
            text += f'training: ["{self.words["placeholder"]}"]\n'
        if "broken-yaml" in self.faults:
            text += "notes: [" + self.words["placeholder"] + "\n"
        return text

    def title_of_other(self) -> str:
        """Give the title of any post."""
        return self.rng.choice(self.posts).title

    def dangling(self) -> str:
        """Give the title of a post that doesn't exist."""
        return f"{self.post.region}{self._some('externals').title()}{self._some('missing_head')}"

    def duty(self, key: str) -> str:
        """Give a faulty sentence."""
        return self._some(key)


Data = dict[str, Any]


def _put(key: str, make: Callable[[_Role], Node]) -> Callable[[_Role, Data], None]:
    def plant(role: _Role, data: Data) -> None:
        data[key] = make(role)

    return plant


def _drop(key: str) -> Callable[[_Role, Data], None]:
    return lambda _role, data: data.pop(key, None) and None


def _add(key: str, make: Callable[[_Role, Data], Node]) -> Callable[[_Role, Data], None]:
    def plant(role: _Role, data: Data) -> None:
        data[key] = [*data.get(key, ()), make(role, data)]

    return plant


def _swap_weight(_role: _Role, data: Data) -> None:
    data["kpis"][0]["weight"] = "65%"


def _ask_age_and_sex(role: _Role, data: Data) -> None:
    data["qualifications"]["other"] = [role.duty("age_and_sex")]


def _rename_training(_role: _Role, data: Data) -> None:
    data["trainning"] = data.pop("training", [])


def _unclaim(_role: _Role, data: Data) -> None:
    data["manages"] = data["manages"][1:]


def _acceptance(role: _Role, data: Data) -> Node:
    opening = data["duties"][-1][:6] if data.get("duties") else ""
    return {"rule": "duty/catch-all", "at": {"duties": opening}, "reason": role.duty("reason"), "by": "audit-director"}


def _first_child(role: _Role) -> Node:
    return role.post.children[0].id if role.post.children else role.post.id


_PLANTS: dict[str, Callable[[_Role, Data], None]] = {
    "dangling-superior": _put("reports_to", _Role.dangling),
    "near-superior": _put("reports_to", lambda role: role.post.parent.title[1:] if role.post.parent else "董事长"),
    "either-superior": _put("reports_to", lambda role: f"{role.title_of_other()}/{role.title_of_other()}"),
    "two-superiors": _put("reports_to", lambda role: [role.title_of_other(), role.title_of_other()]),
    "own-superior": _put("reports_to", lambda role: role.post.title),
    "circle": _put("reports_to", _first_child),
    "no-superior": _drop("reports_to"),
    "unclaimed": _unclaim,
    "claimed-twice": _add("manages", lambda role, _data: role.title_of_other()),
    "level-outside-ladder": _put("level", lambda role: f"X{len(role.post.children)}"),
    "level-inverted": _put("level", lambda _role: "A4"),
    "no-authorities": _drop("authorities"),
    "no-duties": _drop("duties"),
    "vague-duty": _add("duties", lambda role, _data: role.duty("vague")),
    "twice-the-same-duty": _add("duties", lambda role, data: (data.get("duties") or [role.duty("vague")])[0]),
    "catch-all": _add("duties", lambda role, _data: role.duty("catch_all")),
    "wrong-weights": _swap_weight,
    "blank-section": _put("training", lambda _role: ""),
    "placeholder": _put("purpose", lambda role: role.duty("placeholder")),
    "age-and-sex": _ask_age_and_sex,
    "accepted": _add("accept", _acceptance),
    "same-id": _put("id", lambda role: role.posts[0].id),
    "unknown-key": _rename_training,
}


def _lines(data: dict[str, Any], indent: str) -> Iterator[str]:
    """Write a mapping as YAML, block style, in the way in which people write role files."""
    for key, value in data.items():
        if isinstance(value, Folded):
            yield f"{indent}{key}: >-"
            yield from (f"{indent}  {line}" for line in _folded(value.text))
        elif isinstance(value, dict):
            yield f"{indent}{key}:"
            yield from _lines(value, indent + "  ")
        elif isinstance(value, list):
            yield from _list(key, value, indent)
        else:
            yield f"{indent}{key}: {_scalar(value)}".rstrip()


def _folded(text: str) -> list[str]:
    """Cut a text into lines: English between words, Chinese after so many characters, as editors do."""
    if text.isascii():
        return wrap(text, 3 * LINE)
    return [text[at : at + LINE] for at in range(0, len(text), LINE)]


def _list(key: str, items: list[Any], indent: str) -> Iterator[str]:
    if sum(len(item) if isinstance(item, str) else 3 * LINE for item in items) < 40:
        yield f"{indent}{key}: [{', '.join(map(_scalar, items))}]"
        return
    yield f"{indent}{key}:"
    for item in items:
        if isinstance(item, dict):
            first, *rest = _lines(item, indent + "    ")
            yield f"{indent}  - {first.strip()}"
            yield from rest
        else:
            yield f"{indent}  - {_scalar(item)}"


def _scalar(text: str) -> str:
    is_plain = text[:1] not in "><%[]{}&*!|'\"#@`" and not set(text) & set(",[]{}") and ": " not in text
    return text if not text or is_plain else '"' + text.replace('"', '\\"') + '"'


def main() -> None:
    """Write a corpus; a third argument is the number of roles in each organisation."""
    out, count, *size = sys.argv[1:]
    write(out, int(count), int(size[0]) if size else 0)


if __name__ == "__main__":
    main()
