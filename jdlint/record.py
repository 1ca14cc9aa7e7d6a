"""`NamedTuple`, made in a tenth of the time that `typing` takes: a start makes some 150 such classes and fills half.

What costs is a constructor compiled for each class. Here there is one for each number of fields, and a class takes
it with its own names when it is first filled. Type checkers see `typing.NamedTuple`, and so do Pythons whose classes
keep their annotations unevaluated.
"""

import sys
from collections.abc import Iterable
from functools import cache
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING or sys.version_info >= (3, 14):
    from typing import NamedTuple as NamedTuple  # noqa: PLC0414 - what this module offers
else:
    from _collections import _tuplegetter  # what `collections` reads a field with; a property takes twice as long

    _new = tuple.__new__

    _CODES = tuple(
        made.__code__
        for made in (
            lambda _cls: _new(_cls, ()),
            lambda _cls, _0: _new(_cls, (_0,)),
            lambda _cls, _0, _1: _new(_cls, (_0, _1)),
            lambda _cls, _0, _1, _2: _new(_cls, (_0, _1, _2)),
            lambda _cls, _0, _1, _2, _3: _new(_cls, (_0, _1, _2, _3)),
            lambda _cls, _0, _1, _2, _3, _4: _new(_cls, (_0, _1, _2, _3, _4)),
            lambda _cls, _0, _1, _2, _3, _4, _5: _new(_cls, (_0, _1, _2, _3, _4, _5)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6: _new(_cls, (_0, _1, _2, _3, _4, _5, _6)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8)),
            lambda _cls, _0, _1, _2, _3, _4, _5, _6, _7, _8, _9: _new(_cls, (_0, _1, _2, _3, _4, _5, _6, _7, _8, _9)),
        )
    )
    """What makes tuples of so few fields, written out: compiling them takes a millisecond of each start."""

    @cache
    def _constructor(count: int) -> CodeType:
        """Give what makes a tuple of a number of fields."""
        if count < len(_CODES):
            return _CODES[count]
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))").__code__  # noqa: S307 - numbers alone

    class _Record(tuple):
        """What every class of named fields can do, in the words of `collections.namedtuple`."""

        __slots__ = ()

        def __new__(cls, *values: Any, **named: Any) -> Self:  # noqa: ANN401 - what each class says itself
            """Make the constructor of a class, which stands in the place of this one from now on."""
            code = _constructor(len(cls._fields)).replace(co_varnames=("_cls", *cls._fields))
            made = FunctionType(code, globals(), "__new__", tuple(cls._field_defaults.values()))
            made.__qualname__ = cls.__qualname__  # errors name it
            cls.__new__ = staticmethod(made)
            return made(cls, *values, **named)

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            """Make one of as many values as there are fields."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values: Any) -> Self:  # noqa: ANN401 - the same
            """Give one with other values of some fields."""
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def _asdict(self) -> dict[str, Any]:
            """Give the values by field."""
            return dict(zip(self._fields, self, strict=True))

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def __repr__(self) -> str:
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

    class _Maker(type):
        """Turns a class whose body names fields into one of tuples."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one with a default")
            body |= {field: _tuplegetter(index, field) for index, field in enumerate(fields)}
            body |= {"__slots__": (), "_fields": fields, "_field_defaults": defaults, "__match_args__": fields}
            return type(name, (_Record,), body)

    class NamedTuple(metaclass=_Maker):
        """A class of named fields: what its body annotates; a frozen tuple."""
