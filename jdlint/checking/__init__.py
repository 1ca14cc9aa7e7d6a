"""Checking: rules as data, bound to kinds of checks in Python, become findings; filtering keeps what it removes."""
