"""What the list at the left shows: all machines and disks, looked at again and again."""
