"""Editing: changes at spans of a file's text; comments, quotes, order and line ends elsewhere stay as they are."""
