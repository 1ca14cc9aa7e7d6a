"""Learns from labelled documents what the signs of a text weigh."""
