"""The window. The only package that imports Qt; nothing imports it but ``vmgui gui``."""
