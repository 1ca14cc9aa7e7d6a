"""`jdlint import`: make role files of documents."""

import argparse
import os
import stat
import sys
from collections.abc import Callable, Sequence

from jdlint.bring.emit import organisation_file
from jdlint.bring.files import Planned, plan, write
from jdlint.bring.importing import Brought, bring
from jdlint.cli import usage
from jdlint.cli.aside import say_aside
from jdlint.errors import DocumentError, JdlintError, NothingToCheckError, UsageError
from jdlint.report import brought as report
from jdlint.saying import reason

MAX_BYTES = 50_000_000
"""The largest document that is read: pictures make handbooks large, and each reader bounds what it unpacks."""


def execute(arguments: list[str], write_out: Callable[[str], object]) -> int:
    """Run the command; gives 2 where a document couldn't be imported, though the others were."""
    options = _parser().parse_args(arguments)
    language = usage.language(options.lang)
    brought, failed = _read(options.files, language)
    planned = plan(brought, options.keys)
    accounts = [report.Account(each, tuple(files)) for each, files in zip(brought, planned, strict=True)]
    files = [file for each in planned for file in each]
    told = report.as_json(accounts) if options.format == "json" else report.text(
        accounts, language, verbose=options.verbose
    )  # fmt: skip
    if options.output == "-":
        print(told, end="", file=sys.stderr)  # noqa: T201 - standard output holds the roles
        write_out("---\n".join(file.text for file in files))
    else:
        if not options.dry_run:
            _write(options, files)
        if accounts or options.format == "json":
            write_out(told)
    if failed:
        return 2
    if not files:
        raise NothingToCheckError("no-role-found")
    return 0


def _parser() -> argparse.ArgumentParser:
    options = usage.parser("import")
    options.add_argument("files", nargs="+", metavar="FILE")
    options.add_argument("-o", "--output", metavar="DIR", default="roles")
    options.add_argument("--keys", choices=("en", "zh", "zh-Hant"), default="en")
    options.add_argument("--force", action="store_true")
    options.add_argument("--dry-run", action="store_true")
    options.add_argument("--format", choices=("text", "json"), default="text")
    options.add_argument("--verbose", action="store_true")
    options.add_argument("--name")
    options.add_argument("--language", choices=("zh-Hans", "zh-Hant", "en"))
    options.add_argument("--jurisdictions", metavar="LIST", action="append")
    usage.add_language(options)
    return options


def _read(paths: Sequence[str], language: str) -> tuple[list[Brought], int]:
    """Import every document; one that can't be read is reported and doesn't stop the others."""
    brought: list[Brought] = []
    failed = 0
    for path in paths:
        try:
            brought.append(bring(path, _content(path)))
        except JdlintError as error:
            failed += 1
            say_aside(error.inside(path).told(language))
    return brought, failed


def _content(path: str) -> bytes:
    if path == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    try:
        about = os.stat(path)
        if stat.S_ISDIR(about.st_mode):
            raise UsageError("document-is-folder", example=os.path.join(path, "*.docx"))
        if not stat.S_ISREG(about.st_mode):
            raise DocumentError("document-is-no-file")
        if about.st_size > MAX_BYTES:
            size, most = about.st_size // 1_000_000, MAX_BYTES // 1_000_000
            raise DocumentError("document-too-large", size=size, most=most)
        with open(path, "rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UsageError("document-unreadable", why=reason(error)) from None


def _write(options: argparse.Namespace, files: Sequence[Planned]) -> None:
    wanted = [(file.path, file.text) for file in files]
    jurisdictions = usage.words(options.jurisdictions)
    facts = organisation_file(options.name or "", options.language or "", jurisdictions, options.keys)
    if facts and not os.path.lexists(os.path.join(options.output, "org.yaml")):
        wanted.append(("org.yaml", facts))
    write(options.output, wanted, force=options.force)
