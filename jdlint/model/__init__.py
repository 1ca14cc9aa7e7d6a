"""Building and joining: sources become roles, roles become organisations."""
