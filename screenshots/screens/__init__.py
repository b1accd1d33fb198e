"""The screens in the order in which they are shown: later ones find what earlier ones made.

A module's public functions each bring the window into a state; the picture is taken afterwards
and named after both, ``1_library.search`` becoming ``library-search.png``.
"""
