"""What a driver does without thinking: acknowledge a warning, scroll to a control, then touch it."""

from __future__ import annotations

from ui.testing.plugin import Ui


async def rest(ui: Ui) -> None:
    """Nothing moves, and nothing lies over the page: a warning has rules of its own."""
    await ui.driver.settle()
    if ui.driver.seen("frame.warning.acknowledge"):
        await ui.driver.tap("frame.warning.acknowledge")
        await ui.driver.settle()


async def reach(ui: Ui, name: str) -> None:
    """Scroll whatever holds it until it is in sight."""
    item = ui.driver.item(name)
    parent = item.parentItem()
    while parent is not None:
        if parent.inherits("QQuickFlickable") and parent.property("contentHeight") > parent.height():
            top = item.mapToItem(parent.property("contentItem"), 0, 0).y()
            end = parent.property("contentHeight") - parent.height()
            parent.setProperty("contentY", max(0.0, min(end, top - parent.height() / 3)))
        parent = parent.parentItem()
    await rest(ui)


async def touch(ui: Ui, name: str, hold_s: float = 0.0) -> None:
    """Reach it, then tap or hold it."""
    await reach(ui, name)
    if hold_s:
        await ui.driver.press(name, hold_s)
    else:
        await ui.driver.tap(name)
