"""*Settings* of a virtual machine: one page a section."""
