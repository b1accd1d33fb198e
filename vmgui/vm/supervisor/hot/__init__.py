"""What is changed while the machine runs: one file for each kind of device.

Each does its change in QEMU or says why not: :exc:`Later` where it only works from the next start
on, another :exc:`vmgui.errors.VmguiError` where the running machine refuses.
"""
