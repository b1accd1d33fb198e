"""The checks, a module a theme. Importing them enters them in the kit, in this order."""

from vmgui.api.conformance.checks import (  # noqa: I001  (the order is that of the report)
    contract as contract,
    runs as runs,
    answers as answers,
    binding as binding,
    structure as structure,
    tampering as tampering,
    nonces as nonces,
    buffers as buffers,
    failing as failing,
    state as state,
)
