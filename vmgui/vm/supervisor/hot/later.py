"""A change that the running machine can't make, though the next one will have it."""

from __future__ import annotations


class Later(Exception):
    """Not while it runs; the sentence says why."""
