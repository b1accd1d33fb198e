"""The process that serves one disk to one virtual machine, and how to start it."""
