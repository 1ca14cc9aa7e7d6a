"""Classes of named fields, and patterns compiled when they are asked, are what Python's own are."""

import pickle
import re
import typing
from importlib import import_module
from pkgutil import walk_packages

import pytest

import jdlint
from jdlint import record
from jdlint.pattern import pattern
from jdlint.property import cached_property


class Made(record.NamedTuple):
    """One of ours."""

    first: int
    second: "tuple[str, ...]" = ()

    @property
    def both(self) -> int:
        return self.first + len(self.second)


class Typed(typing.NamedTuple):
    """The same of Python's."""

    first: int
    second: "tuple[str, ...]" = ()

    @property
    def both(self) -> int:
        return self.first + len(self.second)


def test_a_class_of_named_fields_does_what_pythons_own_does() -> None:
    pairs = (
        (Made(1), Typed(1)),
        (Made(1, ("a",)), Typed(1, ("a",))),
        (Made(second=("b",), first=2), Typed(second=("b",), first=2)),
    )
    for ours, theirs in pairs:
        assert tuple(ours) == tuple(theirs)
        assert repr(ours) == repr(theirs).replace("Typed", "Made")
        assert (ours.first, ours.second, ours.both, hash(ours)) == (*theirs, theirs.both, hash(theirs))
        assert ours._asdict() == theirs._asdict()
        assert ours._replace(first=9)._asdict() == theirs._replace(first=9)._asdict()
        assert Made._make(theirs) == ours
        assert pickle.loads(pickle.dumps(ours)) == ours  # noqa: S301 - our own
    assert (Made._fields, Made._field_defaults) == (Typed._fields, Typed._field_defaults)
    assert typing.get_type_hints(Made) == typing.get_type_hints(Typed)
    match Made(3):
        case Made(first, second):
            assert (first, second) == (3, ())


def test_a_record_is_frozen_and_takes_no_other_field() -> None:
    made = Made(1)
    with pytest.raises(AttributeError):
        made.first = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        made.third = 2  # type: ignore[attr-defined]
    with pytest.raises(TypeError, match=r"Made\(\) missing 1 required positional argument: 'first'"):
        Made()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword argument 'third'"):
        Made(1, third=2)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="Expected 2 arguments, got 1"):
        Made._make([1])
    with pytest.raises(ValueError, match="third"):
        made._replace(third=2)  # type: ignore[call-arg]


def test_a_field_without_a_default_follows_none_with_one() -> None:
    with pytest.raises(TypeError, match="a field without a default"):
        exec("class Wrong(NamedTuple):\n first: int = 1\n second: int", vars(record))  # noqa: S102 - mypy refuses it, too


def test_every_pattern_of_the_package_can_be_compiled() -> None:
    names = [each.name for each in walk_packages(jdlint.__path__, "jdlint.") if each.name != "jdlint.__main__"]
    kind = type(pattern(""))
    found = [value for name in names for value in vars(import_module(name)).values() if isinstance(value, kind)]
    assert len(found) > 100
    for each in found:
        assert each.pattern == re.compile(each.pattern, each.flags).pattern


class Counted:
    """Counts how often its property is worked out."""

    times = 0

    @cached_property
    def made(self) -> int:
        """How often it was worked out."""
        self.times += 1
        return self.times


def test_a_cached_property_is_worked_out_once_for_each_object() -> None:
    first, second = Counted(), Counted()
    assert (first.made, first.made, second.made, first.times) == (1, 1, 1, 1)
    assert Counted.made.__doc__ == "How often it was worked out."
