"""Turns into another program that ends when its parent does: ``leash.py PARENT PROGRAM ARG…``

The kernel kills it with the process PARENT, even where that was killed itself (Linux). A script
of its own, without anything of vmgui, so that it costs a few milliseconds.
"""

import os
import sys

_PR_SET_PDEATHSIG = 1  # linux/prctl.h
_SIGKILL = 9

if sys.platform == "linux":
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(_SIGKILL))
    if os.getppid() != int(sys.argv[1]):
        sys.exit("The supervisor has ended.")

os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606
