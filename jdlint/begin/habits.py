"""How an organisation writes its roles: in which language, and with keys in which language."""

import posixpath
from collections.abc import Iterable

from jdlint.language.fold import fold
from jdlint.model.organisation import Organisation
from jdlint.model.role import Role


def language_of_roles(roles: Iterable[Role]) -> str:
    """Give zh-Hans, zh-Hant or en by the script of the duties and titles; '' where there are none."""
    return script("".join("".join((role.title.text, *(duty.text for duty in role.duties or ()))) for role in roles))


def script(text: str) -> str:
    """Give zh-Hans, zh-Hant or en by the characters of a text; '' for a text without letters."""
    chinese = [character for character in text if "\u3400" <= character <= "\u9fff"]
    if len(chinese) * 4 > sum(character.isalpha() for character in text):  # a few Latin names don't make it English
        traditional = sum(fold(character) != character for character in chinese)
        return "zh-Hant" if traditional * 20 > len(chinese) else "zh-Hans"
    return "en" if any(character.isalpha() for character in text) else ""


def key_language(organisation: Organisation, fallback: str) -> str:
    """Give the language in which most keys of the roles are written: en, zh or zh-Hant."""
    keys = [section.text for role in organisation.roles for section in role.sections.values()]
    if not keys:
        return fallback
    chinese = [key for key in keys if not key.isascii()]
    if len(chinese) * 2 < len(keys):
        return "en"
    return "zh-Hant" if script("".join(chinese)) == "zh-Hant" else "zh"


def folder_of_unit(organisation: Organisation, unit: str) -> str:
    """Give the folder in which all roles of a unit stand, below that of the organisation; '' where there is none."""
    files = (role.file for role in organisation.roles if role.unit and role.unit.text == unit)
    folders = {file.rpartition("/")[0] for file in files}
    return posixpath.relpath(folders.pop(), organisation.folder or ".") if unit and len(folders) == 1 else ""
