"""A machine's screen and serial line, with everything that one does around them."""
