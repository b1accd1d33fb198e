"""One module a verb: ``Params`` (what the parent sends) and ``run(params, secrets, progress)``.

``run`` returns a JSON object and raises VmguiError. ``secrets`` are wiped by the worker.
"""
