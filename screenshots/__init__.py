"""Pictures of every screen, taken from the real window on a real (virtual) screen.

``make screenshots`` writes them to ``docs/pictures``, in both themes. A screen is a function in
one of the modules of ``screenshots/screens``.
"""
