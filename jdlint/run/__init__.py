"""One run, from what is asked to what was found of each organisation, now and before a change."""
