"""`jdlint init`: bring a repository under jdlint, after a look at it and a few questions."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence

from jdlint.begin.inventory import Inventory, take_inventory
from jdlint.begin.plan import FILES, GITHUB, GITLAB, HOOK, Answers, Planned, jurisdictions, org_file, plan
from jdlint.cli import files, usage
from jdlint.errors import UsageError
from jdlint.finding import Value
from jdlint.saying import part, say
from jdlint.wording import language_of

_LANGUAGES = {"zh": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}


def execute(arguments: list[str], write: Callable[[str], object]) -> int:
    """Run the command; it never writes over a file, and without a terminal only with --yes."""
    options = usage.parser("init")
    options.add_argument("path", nargs="?", default=".", metavar="FOLDER")
    options.add_argument("--yes", action="store_true")
    options.add_argument("--dry-run", action="store_true")
    options.add_argument("--jurisdiction", action="append", choices=jurisdictions(), default=[])
    usage.add_language(options)
    asked = options.parse_args(arguments)
    if not os.path.isdir(asked.path):
        raise UsageError("not-a-folder", path=asked.path)
    found = take_inventory(asked.path, FILES)
    spoken = asked.lang or language_of(found.language) or usage.language("")
    talk = _Talk(spoken, write)
    may_ask = sys.stdin.isatty() and not asked.yes and not asked.dry_run
    talk.say("found" if found.roles else "none", roles=found.roles, folder=f"{found.folder}/")
    answers = _answers(asked.path, found, spoken, tuple(asked.jurisdiction))
    if may_ask and org_file(found):
        answers = _ask(talk, found, answers)
    planned = plan(found, answers)
    for file in (*found.org_files, *sorted(found.present)):
        talk.say("kept", file=file)
    if not planned:
        talk.say("complete")
        return 0
    if not asked.yes:
        for each in planned:
            talk.say("would", file=each.file)
        if not may_ask or not talk.agrees("proceed"):
            talk.say("nothing" if may_ask or asked.dry_run else "no_terminal")
            return 0
    _write_all(talk, asked.path, planned)
    talk.tell_steps(_steps(found, answers, planned))
    return 0


def _answers(path: str, found: Inventory, spoken: str, laws: tuple[str, ...]) -> Answers:
    """Give what is known without asking: never a jurisdiction, never an order of grades."""
    name = os.path.basename(os.path.abspath(path))
    return Answers(name, found.language or _LANGUAGES[spoken], laws)


def _ask(talk: "_Talk", found: Inventory, known: Answers) -> Answers:
    """Ask what only people know."""
    laws = jurisdictions()
    name = talk.ask("name", known.name)
    language = talk.choose("language", known.language, tuple(_LANGUAGES.values()))
    named = known.jurisdictions or talk.choose_several("jurisdictions", laws, all=", ".join(laws))
    ladder = talk.ask("ladder", "", seen=", ".join(found.grades) or "-").replace(",", " ").split()
    seen = [superior for superior, _ in found.superiors]
    answer = talk.ask("externals", "", seen=", ".join(seen)).replace(",", " ").split() if seen else []
    externals = seen if answer == ["*"] else [superior for superior in seen if superior in answer]
    return Answers(name, language, named, tuple(ladder), tuple(externals))


def _write_all(talk: "_Talk", root: str, planned: Sequence[Planned]) -> None:
    for each in planned:
        files.create(os.path.join(root, each.file), each.text)
        talk.say("written", file=each.file)


def _steps(found: Inventory, answers: Answers, planned: Sequence[Planned]) -> Iterator[tuple[str, str]]:
    """Give the next steps, each with the file that it is about."""
    written = {each.file for each in planned}
    facts = org_file(found)
    if facts:
        yield "step_org", facts
        if not answers.jurisdictions:
            yield "step_law", facts
    if not found.roles:
        yield "step_new", ""
    yield "step_check", ""
    yield "step_report", ""
    if found.is_git:
        yield "step_hook" if HOOK in written else "step_add_hook", HOOK
    for host, file in (("github", GITHUB), ("gitlab", GITLAB)):
        if found.host == host and file not in written:
            yield "step_add_ci", file


class _Talk:
    """Speaks and asks in one language."""

    def __init__(self, language: str, write: Callable[[str], object]) -> None:
        self._language = language
        self._write = write

    def say(self, key: str, **values: Value) -> None:
        """Say one thing."""
        self._write(say("begin", "init", key, **values).read(self._language) + "\n")

    def tell_steps(self, steps: Iterator[tuple[str, str]]) -> None:
        """List what is to be done next."""
        self.say("next")
        for key, file in steps:
            self._write("  - " + say("begin", "init", key, file=file).read(self._language) + "\n")

    def ask(self, key: str, default: str, **values: Value) -> str:
        """Ask, and take the default for an empty answer."""
        question = say("begin", "init", key, **values).read(self._language)
        self._write(f"{question} [{default}]: " if default else f"{question}: ")
        sys.stdout.flush()
        answer = sys.stdin.readline()
        if not answer:
            raise KeyboardInterrupt  # the end of the input is a way to leave
        return "".join(each for each in answer.strip() if each.isprintable()) or default

    def agrees(self, key: str) -> bool:
        """Ask for a yes."""
        return self.ask(key, "").lower() in part("begin", "yes")

    def choose(self, key: str, default: str, choices: Sequence[str]) -> str:
        """Ask for one of some words until it is one."""
        while (answer := self.ask(key, default)) not in choices:
            self.say("wrong", answer=answer, all=", ".join(choices))
        return answer

    def choose_several(self, key: str, choices: Sequence[str], **values: Value) -> tuple[str, ...]:
        """Ask for any of some words until all are."""
        while True:
            answer = self.ask(key, "", **values).replace(",", " ").split()
            wrong = [word for word in answer if word not in choices]
            if not wrong:
                return tuple(dict.fromkeys(answer))
            self.say("wrong", answer=wrong[0], all=", ".join(choices))
