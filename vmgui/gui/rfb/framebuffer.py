"""The picture that the server's rectangles add up to."""

from __future__ import annotations

BYTES_PER_PIXEL = 4
MAX_SIDE = 16384
MAX_PIXELS = 8192 * 4608


class Framebuffer:
    """``width`` x ``height`` pixels of 32 bits (0xXXRRGGBB, this machine's byte order).

    ``pixels`` is replaced by a new buffer when the size changes, never resized in place: whoever
    paints from the old one may go on doing so.
    """

    def __init__(self) -> None:
        self.width = 0
        self.height = 0
        self.pixels = bytearray()

    def resize(self, width: int, height: int) -> None:
        """Take a new size in pixels; all becomes black. Raises ValueError beyond the limits."""
        if not (
            0 <= width <= MAX_SIDE and 0 <= height <= MAX_SIDE and width * height <= MAX_PIXELS
        ):
            raise ValueError(f"a screen of {width} x {height} pixels")
        self.width, self.height = width, height
        self.pixels = bytearray(width * height * BYTES_PER_PIXEL)

    def check(self, x: int, y: int, width: int, height: int) -> None:
        """Raises ValueError unless the rectangle lies inside."""
        if x + width > self.width or y + height > self.height:
            raise ValueError(
                f"a rectangle of {width} x {height} pixels at {x}, {y} "
                f"on a screen of {self.width} x {self.height}"
            )

    def put(self, x: int, y: int, width: int, rows: memoryview | bytes) -> None:
        """Write whole rows of ``width`` pixels, the first at ``x, y``."""
        stride, line = self.width * BYTES_PER_PIXEL, width * BYTES_PER_PIXEL
        start = y * stride + x * BYTES_PER_PIXEL
        if line == stride:
            self.pixels[start : start + len(rows)] = rows
            return
        for offset in range(0, len(rows), line):
            self.pixels[start : start + line] = rows[offset : offset + line]
            start += stride

    def copy(self, from_x: int, from_y: int, x: int, y: int, width: int, height: int) -> None:
        """Copy a rectangle onto another place; the two may overlap."""
        stride, line = self.width * BYTES_PER_PIXEL, width * BYTES_PER_PIXEL
        # From the end that is not overwritten before it was read. (A slice is a copy: within one
        # row the direction does not matter.)
        order = range(height) if y <= from_y else range(height - 1, -1, -1)
        for row in order:
            source = (from_y + row) * stride + from_x * BYTES_PER_PIXEL
            target = (y + row) * stride + x * BYTES_PER_PIXEL
            self.pixels[target : target + line] = self.pixels[source : source + line]
