"""Completion scripts for bash, zsh and fish, from what the commands say they take."""

from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from jdlint.record import NamedTuple

Taken = Literal["nothing", "words", "rules", "files", "text"]
"""What stands behind an option or a command: one of some words, the id of a rule, a file, any text."""


class Option(NamedTuple):
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    takes: Taken
    words: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command: its options, and what may stand behind them."""

    name: str
    help: str
    options: tuple[Option, ...]
    takes: Taken
    words: tuple[str, ...] = ()


def bash(commands: Sequence[Command], rules: Sequence[str]) -> str:
    """Write the script for bash; where it lists no words, bash completes file names."""
    return "\n".join(_bash(commands, rules)) + "\n"


def _bash(commands: Sequence[Command], rules: Sequence[str]) -> Iterator[str]:
    names = [command.name for command in commands]
    yield "# bash completion for jdlint: source <(jdlint completion bash)"
    yield "_jdlint() {"
    yield "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=check words= options="
    yield f"    local rules={_quoted(' '.join(rules))}"
    yield "    if [[ $word == = ]]; then word=; fi"  # bash takes --format=json for three words
    yield "    if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi"
    yield "    if (( COMP_CWORD > 1 )); then"
    yield f"        case ${{COMP_WORDS[1]}} in {'|'.join(names)}) command=${{COMP_WORDS[1]}} ;; esac"
    yield "    fi"
    yield '    case "$command $before" in'
    for command in commands:
        for option in command.options:
            if option.takes != "nothing":
                called = "|".join(f'"{command.name} {name}"' for name in option.names)
                yield f"    {called}) words={_bash_words(option)} ;;"
    yield "    *)"
    yield "        case $command in"
    for command in commands:
        listed = " ".join(name for option in command.options for name in option.names)
        yield f"        {command.name}) words={_bash_words(command)} options={_quoted(listed)} ;;"
    yield "        esac"
    yield f"        if (( COMP_CWORD == 1 )); then words={_quoted(' '.join(names))}; fi"
    yield "        if [[ $word == -* ]]; then words=$options; fi ;;"
    yield "    esac"
    yield '    COMPREPLY=($(compgen -W "$words" -- "$word"))'
    yield "}"
    yield "complete -o bashdefault -o default -F _jdlint jdlint"


def _bash_words(taker: Option | Command) -> str:
    return "$rules" if taker.takes == "rules" else _quoted(" ".join(taker.words))


def zsh(commands: Sequence[Command], rules: Sequence[str]) -> str:
    """Write the script for zsh."""
    return "\n".join(_zsh(commands, rules)) + "\n"


def _zsh(commands: Sequence[Command], rules: Sequence[str]) -> Iterator[str]:
    yield "#compdef jdlint"
    yield "# zsh completion for jdlint: source <(jdlint completion zsh), or a file _jdlint in a folder of $fpath"
    yield f"_jdlint_rules() {{ local -a rules=({' '.join(rules)}); compadd -a rules }}"
    yield "_jdlint() {"
    yield "    local command=check"
    yield "    local -a commands=("
    for command in commands:
        yield f"        {_quoted(f'{command.name}:{command.help}')}"
    yield "    )"
    yield "    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "        _describe -t commands command commands"
    yield "    elif (( CURRENT > 2 )) && [[ -n ${(M)commands:#$words[2]:*} ]]; then"
    yield "        command=$words[2]; shift words; (( CURRENT-- ))"
    yield "    fi"
    yield "    case $command in"
    for command in commands:
        specs = [spec for option in command.options for spec in _zsh_option(option)]
        specs += [_quoted(f"*{_zsh_value(command)}")] if command.takes != "nothing" else []
        yield f"    {command.name}) _arguments -S {' '.join(specs)} ;;"
    yield "    esac"
    yield "}"
    yield 'if [[ $funcstack[1] == _jdlint ]]; then _jdlint "$@"; else compdef _jdlint jdlint; fi'


def _zsh_option(option: Option) -> Iterator[str]:
    told = "".join(f"\\{each}" if each in "[]:\\" else each for each in option.help)
    for name in option.names:
        yield _quoted(f"*{name}[{told}]{_zsh_value(option)}")


def _zsh_value(taker: Option | Command) -> str:
    return {
        "nothing": "",
        "words": f":value:({' '.join(taker.words)})",
        "rules": ":rule:_jdlint_rules",
        "files": ":file:_files",
        "text": ":value: ",
    }[taker.takes]


def fish(commands: Sequence[Command], rules: Sequence[str]) -> str:
    """Write the script for fish; where it lists no words, fish completes file names."""
    return "\n".join(_fish(commands, rules)) + "\n"


def _fish(commands: Sequence[Command], rules: Sequence[str]) -> Iterator[str]:
    names = " ".join(command.name for command in commands)
    yield "# fish completion for jdlint: jdlint completion fish | source"
    yield f"function __jdlint_rules; printf '%s\\n' {' '.join(rules)}; end"
    for command in commands:
        yield f"complete -c jdlint -n __fish_use_subcommand -a {command.name} -d {_quoted(command.help)}"
    for command in commands:
        seen = f"__fish_seen_subcommand_from {command.name}"
        if command.name == "check":
            seen = f"not __fish_seen_subcommand_from {names}; or {seen}"
        start = f"complete -c jdlint -n {_quoted(seen)}"
        if command.takes in ("words", "rules"):
            yield f"{start} -f -a {_fish_words(command)}"
        for option in command.options:
            called = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
            value = {"nothing": "", "words": " -x", "rules": " -x", "files": " -r", "text": " -x"}[option.takes]
            words = f" -a {_fish_words(option)}" if option.takes in ("words", "rules") else ""
            yield f"{start} {called}{value}{words} -d {_quoted(option.help)}"


def _fish_words(taker: Option | Command) -> str:
    return "'(__jdlint_rules)'" if taker.takes == "rules" else _quoted(" ".join(taker.words))


def _quoted(text: str) -> str:
    """Write a text in single quotes, as all three shells read it: one within ends them, stands alone, opens them."""
    return "'" + text.replace("'", "'\\''") + "'"


WRITERS: dict[str, Callable[[Sequence[Command], Sequence[str]], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
