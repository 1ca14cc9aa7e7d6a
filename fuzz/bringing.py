"""The target `documents`: whatever a text says, an import gives files that read as they were meant."""

from jdlint.bring.emit import role_file
from jdlint.bring.importing import bring
from jdlint.errors import DocumentError
from jdlint.model.build import build_roles
from jdlint.source.yaml import read


def documents(raw: bytes) -> None:
    """Every role that is found is written so that reading gives it again, in the keys of each language."""
    try:
        brought = bring("a.txt", raw)
    except DocumentError as error:
        if not str(error):
            raise AssertionError("a document is refused without a reason") from error
        return
    for draft in brought.drafts:
        for keys in ("en", "zh"):
            built = build_roles(read("role.yaml", role_file(draft, keys, "from a.txt").encode()))
            if [problem.rule for problem in built.problems] or len(built.roles) != 1:
                raise AssertionError(f"a role of the import can't be read: {built.problems[:1]}")
            (role,) = built.roles
            duties = [item.text for item in draft.items if item.field == "duties"]
            if role.title.text != draft.title or [duty.text for duty in role.duties or ()] != duties:
                raise AssertionError("a role of the import says something else when it is read")
