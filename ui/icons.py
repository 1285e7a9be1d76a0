"""Pictures that QML shows by name: icons in any colour, and covers with round corners.

Shader effects paint nothing in the software renderer, so colour and corners are put in here, once a size:
``image://icon/<name>/<rrggbb>/<stroke>`` (``iso-<name>``: a symbol of ISO 2575), ``image://cover/<radius>/<percent-encoded
file URL>`` and, for moving pictures, ``image://corners/<radius>/<left>/<right>``.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

from ui.qr import QrProvider

__all__ = ["CornersProvider", "CoverProvider", "IconProvider", "install_providers"]

_log = logging.getLogger(__name__)
ICONS = Path(__file__).resolve().parent.parent / "assets" / "icons"
SYMBOLS = ICONS / "iso2575"
_MAX_EDGE = 2048  # a request beyond any panel is a mistake, not a wish for more memory


@lru_cache(maxsize=256)
def _svg(name: str) -> str | None:
    folder, stem = (SYMBOLS, name.removeprefix("iso-")) if name.startswith("iso-") else (ICONS, name)
    path = folder / f"{stem}.svg"
    if path.parent != folder or not path.is_file():
        return None
    return path.read_text(encoding="utf-8")


def _edge(asked: QSize, fallback: int) -> QSize:
    width = asked.width() if asked.width() > 0 else (asked.height() if asked.height() > 0 else fallback)
    height = asked.height() if asked.height() > 0 else width
    return QSize(min(width, _MAX_EDGE), min(height, _MAX_EDGE))


def _blank(size: QSize) -> QImage:
    # Not by fill(): PySide looks whether its argument is a Qt.GlobalColor, and that makes all enums of the Qt namespace
    # (35 ms of the first frame).
    width, height = size.width(), size.height()
    return QImage(bytes(4 * width * height), width, height, QImage.Format.Format_ARGB32_Premultiplied).copy()


class IconProvider(QQuickImageProvider):
    """``image://icon/<name>/<rrggbb>/<stroke>``: an SVG of assets/icons in one colour and stroke width."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Draw the icon at the asked size in pixels (24 if none); an unknown name is a warning and an empty picture."""
        name, _, rest = id.partition("/")
        colour, _, stroke = rest.partition("/")
        image = _blank(_edge(requestedSize, 24))
        text = _svg(name)
        if text is None:
            _log.warning("no icon named %s", name)
            return image
        tint = QColor(f"#{colour}")
        text = text.replace("currentColor", tint.name()).replace('stroke-width="2"', f'stroke-width="{stroke or "2"}"')
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        QSvgRenderer(QByteArray(text.encode())).render(painter, QRectF(image.rect()))
        painter.end()
        return image


class CoverProvider(QQuickImageProvider):
    """``image://cover/<radius>/<url>``: a local picture cropped to the asked size, its corners rounded (pixels)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Only files: a cover on the network is the service's to fetch. Unreadable pictures come back empty."""
        radius, _, url = id.partition("/")
        target = _edge(requestedSize, 320)
        image = _blank(target)
        source = _read(QUrl(QUrl.fromPercentEncoding(QByteArray(url.encode()))), target)
        if source.isNull():
            return image
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        path = QPainterPath()
        path.addRoundedRect(QRectF(image.rect()), float(radius or 0), float(radius or 0))
        painter.translate((target.width() - source.width()) / 2, (target.height() - source.height()) / 2)
        from PySide6.QtCore import Qt

        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(source)
        painter.drawPath(
            path.translated((source.width() - target.width()) / 2, (source.height() - target.height()) / 2)
        )
        painter.end()
        return image


class CornersProvider(QQuickImageProvider):
    """``image://corners/<radius>/<left>/<right>``: a square of two colours with a round-cornered hole, for a nine-part image."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002
        """Twice the radius and a pixel wide, so that only the middle stretches."""
        radius, left, right = id.split("/")
        edge = 2 * min(int(radius or 0), _MAX_EDGE // 2) + 1
        image = _blank(QSize(edge, edge))
        path = QPainterPath()
        path.addRect(QRectF(image.rect()))
        path.addRoundedRect(QRectF(image.rect()), edge // 2, edge // 2)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, QColor(f"#{left}"))
        painter.setClipRect(QRectF(edge // 2, 0, edge, edge))
        painter.fillPath(path, QColor(f"#{right}"))
        painter.end()
        return image


def _read(url: QUrl, target: QSize) -> QImage:
    if not url.isLocalFile():
        return QImage()
    reader = QImageReader(url.toLocalFile())
    reader.setAutoTransform(True)
    natural = reader.size()
    if natural.isValid():
        from PySide6.QtCore import Qt

        reader.setScaledSize(natural.scaled(target, Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image: QImage = reader.read()
    if image.isNull():
        _log.info("cover cannot be read: %s", reader.errorString())
    return image


def install_providers(engine: object) -> None:
    """Give a QML engine the providers (it owns them from then on)."""
    add = engine.addImageProvider  # type: ignore[attr-defined]
    add("icon", IconProvider())
    add("cover", CoverProvider())
    add("corners", CornersProvider())
    add("qr", QrProvider())
