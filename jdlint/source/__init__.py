"""Reading: files become sources, a tree with a span for every key and value, or say why they can't."""
