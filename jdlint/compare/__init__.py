"""Two states of an organisation side by side: which role is which, what a change made wrong, and what it means."""
