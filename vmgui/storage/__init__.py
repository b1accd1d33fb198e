"""Storage: where the bytes of a container lie. Knows nothing of disks, headers or encryption."""
