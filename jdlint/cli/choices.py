"""The options of commands that show findings in another way than `jdlint check`: what to look at, and how strictly."""

import argparse

from jdlint import config as settings
from jdlint.cli import usage


def add(options: argparse.ArgumentParser) -> None:
    """Add what `check.request` reads."""
    options.add_argument("paths", nargs="*", metavar="PATH", help="files and folders; - reads standard input")
    options.add_argument("--stdin-filename", metavar="FILE", help="the file that standard input stands for")
    options.add_argument("--select", action="append", metavar="RULE", help="run these rules or families alone")
    options.add_argument("--ignore", action="append", metavar="RULE", help="leave these rules or families out")
    options.add_argument("--profile", choices=settings.CHOICES["profile"])
    options.add_argument("--severity", choices=settings.CHOICES["severity"], help="the lowest severity to show")
    options.add_argument("--isolated", action="store_true", help="leave settings and own rules aside")
    options.add_argument("--as-of", type=usage.day, metavar="DATE", help="judge reviews and law by this day")
    usage.add_language(options)
