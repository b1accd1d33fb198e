"""One module a verb: ``Params`` (what the parent sends) and ``run(params, secrets, progress)``.

``run`` returns a JSON object and raises VmguiError. ``secrets`` are wiped by the worker. A
bytearray under ``private`` travels as raw bytes, so that it never lies in a text that nobody can
wipe; the parent gets a bytearray of its own.
"""
