"""``vmgui demo``: the whole job once, with two machines small enough to read, and the proof of it."""
