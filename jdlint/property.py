"""`cached_property` without the lock that Python 3.11 takes for each value: a duty in doubt is asked for five."""

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as cached_property  # noqa: PLC0414 - what this module offers
else:

    class cached_property:  # noqa: N801 - stands in for a name of Python's
        """A property that is worked out when it is first asked for, and kept."""

        def __init__(self, make: Any) -> None:  # noqa: ANN401 - type checkers see the other
            self._make, self.__doc__ = make, make.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:  # noqa: ANN401 - the same
            if instance is None:
                return self
            made = instance.__dict__[self._name] = self._make(instance)
            return made
