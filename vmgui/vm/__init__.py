"""Virtual machines: what they are (definition, store), how they run (qemu, supervisor)."""
