"""A survey as a page of Markdown, the same for the same display."""

from __future__ import annotations

from collections.abc import Iterator

from ui.restrictions.survey import STATES, Place, Survey

__all__ = ["document"]

_HEAD = """\
# What the driver may use, and when

Written by `pillion restrictions` from the living display over the simulated car; a test holds it up to date. Edit the QML,
`ui/viewmodels/controls.py` or `backends/vehicle/restrictions.py`, then run `pillion restrictions --out docs/restrictions.md`.

- **parked**: gear P (or standing with the parking brake set); **idling**: standing for a second, not in P; **moving**: all else,
  and whenever speed or gear is not known (docs/adr/0203-driving-restrictions.md).
- **yes**: it can be used. **waits**: it is shown and says what it waits for; text that was typed is kept. **–**: it is not there.
- Some controls wait for other reasons too (nothing plays, no cable): *waits* in every state is not about driving.

## Rules in force
"""


def document(result: Survey) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_rules(result), "", *_places(result)]) + "\n"


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _header(first: str) -> list[str]:
    return [_row(first, *STATES), "|---" * (len(STATES) + 1) + "|"]


def _rules(result: Survey) -> Iterator[str]:
    yield from _header("rule")
    names = [name for name in result.rules["parked"] if name not in ("state", "known")]
    for name in names:
        cells = []
        for state in STATES:
            value = result.rules[state][name]
            cells.append(("yes" if value else "no") if isinstance(value, bool) else str(value) if value else "no limit")
        yield _row(f"`{name}`", *cells)


def _places(result: Survey) -> Iterator[str]:
    for place in result.places.values():
        yield f"## {place.title}"
        yield ""
        yield from _closed(place)
        if place.controls:
            yield from _header("control")
            for name in sorted(place.controls):
                called, states = place.controls[name]
                label = f"{called} (`{name}`)" if called else f"`{name}`"
                yield _row(label.replace("|", "\\|"), *(_cell(place, states, state) for state in STATES))
            yield ""


def _closed(place: Place) -> Iterator[str]:
    for state, why in place.closed.items():
        yield f"{state.capitalize()}: a sentence stands in its place, “{why}”"
        yield ""


def _cell(place: Place, states: dict[str, bool], state: str) -> str:
    if state in place.closed:
        return "waits"
    if state not in states:
        return "–"
    return "yes" if states[state] else "waits"
