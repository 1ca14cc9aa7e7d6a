"""Makes hostile inputs from friendly ones: cut, doubled, spliced, and sprinkled with what readers stumble over."""

import random
from collections.abc import Callable, Sequence

TOKENS = (
    *(b"&a ", b"*a", b"<<: *a\n", b"!!binary ", b"!x ", b"%YAML 1.2\n", b"---\n", b"...\n", b"? ", b": ", b":", b"- "),
    *(b"[", b"]", b"{", b"}", b",", b"|\n", b">-\n", b"|2-\n", b'"', b"'", b"#", b" #", b"\t", b"\n", b"\r\n", b"\r"),
    *(b"\\x00", b"\\ud800", b"\x00", b"\x1b[31m", b"\x7f", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80"),
    *(
        text.encode()
        for text in ("：", "，", "；", "（", "）", "、", "或", "及", "的", "等", "\u202e", "\u200b", "\u2028")
    ),
    *(text.encode() for text in ("e\u0301", "\U0001f9d1\u200d\U0001f4bc", "ﬃ", "İ", "𠮷", "〇", "½", "٣", "\ufeff")),
    *(b"0", b"-1", b"1e999", b"nan", b"9" * 40, b"100%", b"A1-A9", b"2026-02-30", b"null", b"~", b"yes", b"1:30"),
    *(b"roles:\n", b"title: ", b"duties:\n  - ", b"accept:\n", b"level: ", b"# jdlint: ignore[", b"]", b"(" * 50),
)
"""Pieces that have a meaning to some reader."""

_LONGEST = 1 << 14
_SMALL = 300


def mutated(chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    """Give one input: a seed, changed one to eight times; a small one seldom more than twice."""
    raw = chance.choice(seeds)
    most = 8 if len(raw) > _SMALL or chance.random() < 0.1 else 2
    for _ in range(chance.randint(1, most)):
        raw = chance.choice(_CHANGES)(chance, raw, seeds)
    return raw[:_LONGEST]


def _cut(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, raw)
    return raw[:start] + raw[end:]


def _double(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, raw)
    return raw[:end] + raw[start:end] * chance.choice((1, 1, 2, 20)) + raw[end:]


def _insert(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, _end = _span(chance, raw)
    return raw[:start] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 3, 200)) + raw[start:]


def _replace(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, end = _span(chance, raw)
    return raw[:start] + chance.choice(TOKENS) + raw[end:]


def _splice(chance: random.Random, raw: bytes, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    start, end = _span(chance, other)
    place, _end = _span(chance, raw)
    return raw[:place] + other[start:end] + raw[place:]


def _flip(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    start, _end = _span(chance, raw)
    return raw[:start] + bytes((chance.randrange(256),)) + raw[start + 1 :]


def _indent(chance: random.Random, raw: bytes, _: Sequence[bytes]) -> bytes:
    lines = raw.split(b"\n")
    place = chance.randrange(len(lines))
    lines[place] = b" " * chance.randrange(6) + lines[place].lstrip()
    return b"\n".join(lines)


def _span(chance: random.Random, raw: bytes) -> tuple[int, int]:
    """Give a place and an end near behind it; mostly where a character or a line begins."""
    start = chance.randint(0, len(raw))
    if chance.random() < 0.5:
        start = raw.rfind(b"\n", 0, start) + 1
    return start, min(
        len(raw), start + chance.choice((1, 3, 10, 40, 200) if len(raw) > _SMALL else (0, 1, 1, 3, 10, 30))
    )


_CHANGES: tuple[Callable[[random.Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_cut, _double, _insert, _insert, _replace, _splice, _flip, _indent),
)
