"""The guest's screen: an RFB 3.8 client (RFC 6143) for a local Unix socket.

``wire``, ``framebuffer``, ``decoder`` and ``keys`` know no Qt; ``connection`` joins them to a
socket, ``console`` is the widget.
"""
