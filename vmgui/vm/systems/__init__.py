"""Guest systems: recognised from their installation media, and what suits them."""
