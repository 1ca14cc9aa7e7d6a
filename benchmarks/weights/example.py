"""What weights are learnt from: signs of a text, and what readers said of it."""

from jdlint.record import NamedTuple


class Example(NamedTuple):
    """A text, or a pair of texts, that readers judged."""

    document: str
    signs: tuple[str, ...]
    """In a fixed order."""
    is_so: bool
    """Whether they answered the question with yes."""
    answers: frozenset[str] = frozenset()
    """What they named, where it was so: rules that a duty breaks, authority that it demands."""
    is_said: bool = False
    """Whether a rule says so, too."""
    is_learnt: bool = True
    """Whether weights have a say in it."""
