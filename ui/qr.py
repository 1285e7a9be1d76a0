"""QR codes as pictures for QML: ``image://qr/<percent-encoded text>``, black on white whatever the theme, for cameras."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

__all__ = ["QrProvider"]

_MARGIN = 3
"""Modules of white around; ISO/IEC 18004 wants four, the card it lies on is white as well."""
_TEXT_MAX = 500
_SMALLEST = 64


class QrProvider(QQuickImageProvider):
    """Drawn with whole pixels a module, at most as large as asked."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002  # Qt's name
        """An empty text, or one that is too long, is an empty picture."""
        text = unquote(id)
        edge = max(_SMALLEST, min(2048, requestedSize.width() if requestedSize.width() > 0 else 256))
        if not text or len(text) > _TEXT_MAX:
            return QImage(1, 1, QImage.Format.Format_Grayscale8)
        # Only this page needs it, and only then.
        import segno

        side = [255] * _MARGIN
        code = segno.make(text, error="m", micro=False).matrix
        rows = [[*side, *(0 if dark else 255 for dark in row), *side] for row in code]
        blank = [[255] * len(rows[0])] * _MARGIN
        rows = [*blank, *rows, *blank]
        module = max(1, edge // len(rows))
        lines = b"".join(b"".join(bytes([value]) * module for value in row) * module for row in rows)
        pixels = module * len(rows)
        return QImage(lines, pixels, pixels, pixels, QImage.Format.Format_Grayscale8).copy()
