"""FLOOR: read every YAML file below a folder and let libyaml parse it, building nothing. `python floor.py DIR`."""

import gc
import os
import sys
from contextlib import suppress

import yaml
from yaml import cyaml


def main() -> None:
    """Parse every file; what can't be parsed is passed over."""
    gc.disable()
    for folder, _, names in os.walk(sys.argv[1]):
        for name in names:
            if name.endswith((".yaml", ".yml")):
                with open(os.path.join(folder, name), "rb", buffering=0) as file:
                    _parse(file.read())


def _parse(raw: bytes) -> None:
    parser = cyaml.CParser(raw)  # type: ignore[attr-defined] # PyYAML's stubs leave libyaml's parser out
    with suppress(yaml.YAMLError):
        parser.raw_parse()
    parser.dispose()


if __name__ == "__main__":
    main()
