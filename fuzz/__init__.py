"""Feeds jdlint what nobody would write: `python -m fuzz TARGET --runs 100000`."""
