"""The assistant *New encrypted disk*: its pages, and the work that they lead to."""
