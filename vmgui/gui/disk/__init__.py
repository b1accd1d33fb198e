"""One disk: what it is, what opens it, what can be done with it."""
