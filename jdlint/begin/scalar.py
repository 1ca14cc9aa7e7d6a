"""A text as a YAML scalar: plain where it reads back as itself, else quoted."""

import json

import yaml


def scalar(text: str) -> str:
    """Write a text that stands behind a key or a dash, in a block or between brackets."""
    return text if _is_plain(text) else json.dumps(text, ensure_ascii=False)


def _is_plain(text: str) -> bool:
    if text != text.strip() or not text.isprintable() or any(each in text for each in "[]{},#"):
        return False
    try:
        return bool(yaml.safe_load(f"- k: {text}\n- [{text}]\n") == [{"k": text}, [text]])
    except yaml.YAMLError:
        return False
