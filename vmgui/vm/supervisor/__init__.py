"""The process that keeps one virtual machine running: its disks' backends and its QEMU.

It needs no window and outlives its starter. Started as ``python -m vmgui.vm.supervisor``, it
hears from its starter over an inherited socket (see :mod:`vmgui.channel`):

- starter: ``{"verb": "start", "disks": n}``, then ``n`` times ``{"verb": "disk", "index": i}``
  with the secret of that disk;
- supervisor: any number of ``{"event": "progress", "text": …}``, then ``{"event": "started"}`` or
  ``{"event": "failed", …, "wrong_secrets": […]}``; then both forget each other. A starter that
  closes its end before that ends the start.

Anybody of the same user then finds it at its control socket (see
:mod:`vmgui.vm.supervisor.control`, and :mod:`vmgui.vm.supervisor.requests` for what can be asked).
"""
