"""What an app is: it draws a screen, and reacts to fingers, keys and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Protocol

from backends.projection.simphone.theme import DAY, NIGHT, Palette

if TYPE_CHECKING:
    from collections.abc import Callable

    from backends.projection.simphone.state import PhoneState
    from backends.projection.simphone.yuv import Picture

__all__ = ["App", "Button", "Finger", "Screen"]


class Screen(Protocol):
    """The display that an app fills. Sizes in pixels."""

    width: int
    height: int
    dpi: int
    max_fps: float

    def changed(self) -> None:
        """Ask for a new picture."""


@dataclass(frozen=True, slots=True)
class Finger:
    """A touch. phase: down, move, up or cancel; x, y in pixels."""

    phase: str
    pointer: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Button:
    """A place that reacts to a tap: left, top, width, height in pixels."""

    left: int
    top: int
    width: int
    height: int
    action: Callable[[], None]

    def holds(self, x: int, y: int) -> bool:
        """Whether the point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class App:
    """Base of all apps. All calls but `render` come from the event loop; none overlap for one screen."""

    PACKAGE: ClassVar[str] = ""
    LABEL: ClassVar[str] = ""
    ICON: ClassVar[str] = "grid"
    TINT: ClassVar[tuple[int, int, int]] = (90, 100, 115)
    SYSTEM: ClassVar[bool] = False

    def __init__(self, state: PhoneState, screen: Screen) -> None:
        self.state = state
        self.screen = screen
        self.buttons: list[Button] = []
        self._pressed: Button | None = None

    @property
    def palette(self) -> Palette:
        """Colours of the phone's present look."""
        return NIGHT if self.state.dark else DAY

    @property
    def unit(self) -> float:
        """Pixels of one design unit: the density, a little more on large displays and less on small ones."""
        density = self.screen.dpi / 160
        shorter = min(self.screen.width, self.screen.height) / density
        return density * min(1.5, max(0.72, shorter / 480))

    def px(self, units: float) -> int:
        """Design units in pixels."""
        return round(units * self.unit)

    @property
    def page(self) -> str:
        """A word for what is shown, for tests."""
        return "main"

    def render(self, now: float) -> Picture:
        """The whole picture at `now` (monotonic seconds)."""
        raise NotImplementedError

    def signature(self, now: float) -> object:
        """Equal signatures mean equal pictures, so that none need be drawn. None: always draw."""
        return None

    def next_change_s(self, now: float) -> float | None:
        """Seconds until the picture changes by itself; None when it waits for someone."""
        return None

    def touch(self, finger: Finger) -> None:
        """A finger: by default it taps buttons, on leaving them where it came down."""
        if finger.phase == "down":
            self._pressed = next(
                (button for button in reversed(self.buttons) if button.holds(finger.x, finger.y)), None
            )
        elif finger.phase == "up" and self._pressed is not None:
            pressed, self._pressed = self._pressed, None
            if pressed.holds(finger.x, finger.y):
                pressed.action()
                self.screen.changed()
        elif finger.phase == "cancel":
            self._pressed = None

    def scroll(self, x: int, y: int, horizontal: float, vertical: float) -> None:
        """A mouse wheel."""

    def key(self, keycode: int) -> bool:
        """A key went down; whether the app used it."""
        return False

    def text(self, text: str) -> None:
        """Typed text."""

    def back(self) -> bool:
        """The back key; False lets the app be left."""
        return False

    def describe(self) -> dict[str, object]:
        """Facts for tests, as plain JSON."""
        return {}
