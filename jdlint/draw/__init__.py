"""Pictures: charts of the reporting lines, and the report as one page for people who don't use terminals."""
