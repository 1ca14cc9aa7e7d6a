"""Kinds of fixes, one file for those alike; FIXES is the one table of them."""

from jdlint.checking.fixes import delete, encoding, entry, grant, key, lines, move, replace, verbs, width
from jdlint.checking.fixes.kind import FixKind

FIXES: dict[str, FixKind] = {
    "colon": key.COLON,
    "delete": delete.KIND,
    "delete-entry": entry.DELETE,
    "drop-character": encoding.DROP_CHARACTER,
    "drop-mark": encoding.DROP_MARK,
    "drop-repeats": entry.DROP_REPEATS,
    "grant": grant.KIND,
    "list-member": lines.LIST_MEMBER,
    "move": move.KIND,
    "move-last": entry.MOVE_LAST,
    "name-superior": lines.NAME_SUPERIOR,
    "rename-key": key.RENAME,
    "replace": replace.KIND,
    "verb-form": verbs.KIND,
    "width": width.KIND,
}
