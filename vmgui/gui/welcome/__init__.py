"""What a first start shows."""
