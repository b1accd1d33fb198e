"""Disks whose whole container is another format's: a plug-in reads its header and opens its slots.

What such a plug-in says of a disk becomes the same :class:`vmgui.disk.header.Header` that our own
disks have, so that pins, lists and the window need not know the difference; ``Header.foreign``
tells it. Nothing of ours is ever written into a foreign header: opening it counts nothing up.
"""
