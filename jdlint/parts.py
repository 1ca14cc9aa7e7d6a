"""Every compiled part and its maker; run as a program, it writes them for a wheel: `python -m jdlint.parts FOLDER`."""

import sys
from collections.abc import Callable
from functools import partial

from jdlint import compiled, knowledge
from jdlint.checking import catalogue
from jdlint.checking.kinds import kind
from jdlint.language import authority, demand_table, fold, phrase_parse, trigger, weighing, words
from jdlint.model import vocabulary

MAKERS: dict[str, Callable[[], object]] = {
    "tables": knowledge.tables,
    "texts": knowledge.texts,
    "folding": fold.folding,
    "keys": vocabulary.packed_keys,
    "rules": catalogue.packed_rules,
    "chinese-words": words.chinese_words,
    "english-words": words.english_words,
    "duty-words": phrase_parse.duty_words,
    "authority-words": authority.authority_words,
    "reach": demand_table.packed_reach,
    "phrases": kind.packed_phrases,
    "triggers": trigger.packed_triggers,
    **{f"weights-{file}": partial(weighing.packed_weights, file) for file in weighing.QUESTIONS},
    **{f"answers-{file}": partial(weighing.packed_answers, file) for file in weighing.QUESTIONS},
}

if __name__ == "__main__":
    compiled.seal(sys.argv[1], {name: make() for name, make in MAKERS.items()})
