"""``python -m vmgui`` is the same as ``vmgui``."""

from vmgui.cli import main

main()
