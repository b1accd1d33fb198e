"""A Network Block Device server for one disk.

The protocol is specified in ``doc/proto.md`` of https://github.com/NetworkBlockDevice/nbd; names
in capitals are the specification's own.
"""
