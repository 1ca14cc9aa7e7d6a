"""Generate Python modules for ruff: `python benchmarks/python_text.py OUT BYTES`; the same bytes every time.

Ordinary code of a business program, formatted, with a few things in each module that ruff's default rules find.
"""

import os
import sys
from collections.abc import Iterator
from random import Random

_NOUNS = ("order", "invoice", "customer", "region", "contract", "payment", "stock", "report", "budget", "supplier")
_VERBS = ("load", "check", "merge", "split", "close", "count", "route", "price", "rank", "store")
_TYPES = ("int", "str", "float", "list[str]", "dict[str, int]")


def write(out: str, size: int, module: int = 2_800) -> None:
    """Write modules below a folder until they hold `size` bytes, each of about `module` bytes."""
    written, number = 0, 0
    while written < size:
        text = _module(Random(number), min(module, size - written))
        folder = os.path.join(out, f"package_{number // 300:03}")
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, f"module_{number:05}.py"), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        written += len(text.encode())
        number += 1


def _module(chance: Random, size: int) -> str:
    parts = [f'"""Work with {chance.choice(_NOUNS)}s."""\n\nimport os\nimport re\n\n']
    while sum(map(len, parts)) < size:
        parts.append("".join(_function(chance)))
    return "".join(parts)


def _function(chance: Random) -> Iterator[str]:
    verb, noun, other = chance.choice(_VERBS), chance.choice(_NOUNS), chance.choice(_NOUNS)
    name = f"{verb}_{noun}_{chance.randint(1, 999)}"
    yield f"\ndef {name}({noun}s: {chance.choice(_TYPES)}, limit: int = {chance.randint(1, 99)}) -> int:\n"
    yield f'    """{verb.capitalize()} every {noun} up to a limit, and give how many {other}s it concerned."""\n'
    yield "    total = 0\n"
    yield f"    for number, each in enumerate(sorted(str(part) for part in str({noun}s))):\n"
    yield f"        if number > limit and each != {chance.choice(_NOUNS)!r}:\n"
    yield f"            total += len(re.sub('[{chance.choice('aeiou')}x]', '', each)) * {chance.randint(2, 9)}\n"
    if chance.random() < 0.2:
        yield f"        unused_{other} = os.path.join('{noun}', each)\n"
    if chance.random() < 0.1:
        yield "        if total == None:\n            return 0\n"
    yield f"    return total if total < {chance.randint(1_000, 9_999)} else limit\n\n"


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
