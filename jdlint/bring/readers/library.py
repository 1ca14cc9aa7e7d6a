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
        raise DocumentError(
            f"reading this format needs the package {package}, which isn't installed",
            'pip install "jdlint[import]"',
        ) from None


@contextmanager
def reading(kind: str, remedy: str) -> Iterator[None]:
    """Let a library read; whatever it stumbles over, the document is what can't be read: raises DocumentError."""
    try:
        yield
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - a library may raise anything
        raise DocumentError(f"the file can't be read as {kind}: {error}", remedy) from None
