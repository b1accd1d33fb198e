"""Authenticated disks: tags, stamps, a journal (docs/format.md, section 7).

- :mod:`layout`: where everything lies.
- :mod:`stamps`: which state of each sector is the current one, as a tree of MACs.
- :mod:`root`: the tree's top, on the medium.
- :mod:`journal`: what was written since the tree was last brought up to date.
- :mod:`device`: the block device made of these.
"""
