"""The contact sheet: all pictures small, with captions, as one PNG and as a page with links."""

from __future__ import annotations

import html
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from ui.snap.plan import Shot

__all__ = ["ContactSheet"]

COLUMNS = 6
CELL_WIDTH, CELL_HEIGHT = 400, 250
CAPTION = 34
GAP = 12
_PAPER, _INK = QColor("#20242A"), QColor("#D8DEE6")


class ContactSheet:
    """Collects pictures as they come."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._cells: list[tuple[Shot, QImage]] = []

    def add(self, shot: Shot, picture: QImage) -> None:
        """Take a picture in, small."""
        small = picture.scaled(
            CELL_WIDTH,
            CELL_HEIGHT,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self._cells.append((shot, small))

    def paint(self) -> QImage:
        """The sheet."""
        rows = [self._cells[at : at + COLUMNS] for at in range(0, len(self._cells), COLUMNS)]
        heights = [max(small.height() for _, small in row) for row in rows]
        height = sum(heights) + len(rows) * (CAPTION + GAP) + GAP
        sheet = QImage(COLUMNS * (CELL_WIDTH + GAP) + GAP, height, QImage.Format.Format_RGB32)
        sheet.fill(_PAPER)
        painter = QPainter(sheet)
        font = QFont("Inter")
        font.setPixelSize(15)
        painter.setFont(font)
        painter.setPen(_INK)
        y = GAP
        for row, tall in zip(rows, heights, strict=True):
            for column, (shot, small) in enumerate(row):
                x = GAP + column * (CELL_WIDTH + GAP)
                painter.drawImage(x + (CELL_WIDTH - small.width()) // 2, y + (tall - small.height()) // 2, small)
                painter.drawText(QRect(x, y + tall, CELL_WIDTH, CAPTION), Qt.AlignmentFlag.AlignCenter, shot.name)
            y += tall + CAPTION + GAP
        painter.end()
        return sheet

    def page(self) -> str:
        """The HTML page beside the pictures."""
        figures = "\n".join(
            f'<figure><a href="{shot.name}.png"><img loading="lazy" src="{shot.name}.png" alt="{shot.name}"></a>'
            f"<figcaption>{html.escape(shot.name)}</figcaption></figure>"
            for shot, _ in self._cells
        )
        return (
            f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{html.escape(self._title)}</title>\n'
            f"<style>body{{background:{_PAPER.name()};color:{_INK.name()};font:15px sans-serif;margin:16px}}"
            "main{display:grid;grid-template-columns:repeat(auto-fill,minmax(400px,1fr));gap:16px}"
            "figure{margin:0}img{width:100%}</style>\n"
            f"<h1>{html.escape(self._title)}</h1>\n<main>\n{figures}\n</main></html>\n"
        )

    def save(self, folder: Path) -> None:
        """contact-sheet.png and index.html. Raises OSError."""
        if not self.paint().save(str(folder / "contact-sheet.png")):
            raise OSError(f"cannot write {folder / 'contact-sheet.png'}")
        (folder / "index.html").write_text(self.page(), encoding="utf-8")
