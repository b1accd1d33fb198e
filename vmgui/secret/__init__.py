"""Secrets of people: where they come from, where they are kept, how good they are."""
