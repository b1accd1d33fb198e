"""``vmgui demo``: the whole job once, with two machines small enough to read, and its proof."""
