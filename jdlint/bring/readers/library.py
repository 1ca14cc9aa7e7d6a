"""Libraries that read one format each; they come with the extra `import` and are loaded when a document needs them."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

from jdlint.errors import DocumentError


def library(module: str, package: str) -> Any:  # noqa: ANN401 - a module
    """Load a library; raises DocumentError that says how to install it."""
    try:
        return import_module(module)
    except ImportError:
        raise DocumentError("library-missing", package=package) from None


@contextmanager
def reading(fault: str) -> Iterator[None]:
    """Let a library read; whatever it stumbles over is the document's fault: raises DocumentError."""
    try:
        yield
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - a library may raise anything
        raise DocumentError(fault, why=str(error)) from None
