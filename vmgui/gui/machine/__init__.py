"""One virtual machine: its page, its screen, what can be done with it."""
