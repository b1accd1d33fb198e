"""The container: header, key slots, opening, and the engine that deciphers (``docs/format.md``)."""
