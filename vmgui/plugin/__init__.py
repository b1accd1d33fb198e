"""Plug-ins: finding them, trusting them, and loading one (only ever in a process of its own)."""
