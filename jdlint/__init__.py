"""jdlint checks role definitions kept as YAML: sections, power and responsibility, lines, levels, wording."""

__version__ = "0.1.0"
