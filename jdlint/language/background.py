"""What a requirement among duties asks of a person: experience, schooling, a certificate, or an attribute."""

from jdlint.language.fold import fold
from jdlint.language.mark import Mark, Sentence
from jdlint.language.marks_trait import trait
from jdlint.language.words import in_one_script, listed

_KINDS = ("experience", "education", "certificates")


def requirement(sentence: Sentence) -> Mark | None:
    """Question 2: an attribute or knowledge of a person, with the part of the qualifications that it belongs to."""
    found = trait(sentence)
    if found is None or found.reason != "attribute":
        return found
    language, folded = ("zh" if sentence.is_chinese else "en"), in_one_script(fold(found.words))
    asked = [kind for kind in _KINDS if any(word in folded for word in listed("background", language, kind))]
    return found._replace(reason=asked[0] if len(asked) == 1 else "several" if asked else "attribute")
