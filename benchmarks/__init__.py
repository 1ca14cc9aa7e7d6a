"""The benchmark: a generated corpus, a floor, and a table of ratios measured in one run."""
