"""Documents become role files: reading, structure, sections, fields, YAML, and an account of what went where."""
