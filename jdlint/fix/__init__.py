"""Fixing: fixes are chosen, tried in memory, judged by a new check, and written; nothing is written before it holds."""
