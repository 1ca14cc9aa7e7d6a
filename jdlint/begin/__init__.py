"""The first steps: a new role file, and the files that bring a repository under jdlint."""
