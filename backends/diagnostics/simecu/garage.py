"""Cars to simulate: their control units by request id, with values and faults that go together."""

from __future__ import annotations

from backends.diagnostics.simecu.brain import Brain, Fault

__all__ = ["KINDS", "build", "example_faults"]

KINDS = ("electric", "petrol", "diesel")

# "PLN" is no maker's code: nobody's car.
_VIN = "PLN1DEMO0CAR00001"


def _electric() -> dict[int, Brain]:
    drive = Brain(
        "Drive",
        _VIN,
        "PILLION-EV-0100",
        values={"0C": 0, "0D": 0, "1F": 1260, "21": 0, "30": 41, "31": 1742, "33": 101, "42": 13.1, "46": 11,
                "49": 0, "4D": 0, "4E": 3210, "5A": 0, "5B": 78, "61": 0, "62": 0, "63": 310, "A6": 12345.6, "05": 31},
        monitors=(0x04, 0x00, 0x00),
    )  # fmt: skip
    battery = Brain("Battery", obd=False)
    return {0x7E0: drive, 0x7E5: battery}


def _petrol() -> dict[int, Brain]:
    engine = Brain(
        "Engine",
        _VIN,
        "PILLION-G4-0210",
        values={"04": 24, "05": 88, "06": 1.6, "07": 3.1, "0B": 34, "0C": 820, "0D": 0, "0E": 12, "0F": 27, "10": 3.4,
                "11": 15, "14": 0.45, "15": 0.68, "1F": 840, "21": 0, "2C": 0, "2E": 12, "2F": 63, "30": 18, "31": 612,
                "33": 101, "34": 1.0, "3C": 412, "42": 14.1, "43": 21, "44": 1.0, "45": 4, "46": 12, "47": 15,
                "49": 14, "4C": 15, "4D": 0, "4E": 1460, "5C": 92, "5E": 0.9, "A6": 48210.4},
        monitors=(0x07, 0xE5, 0x00),
    )  # fmt: skip
    gearbox = Brain("Transmission", calibration="PILLION-AT-0033", values={"0D": 0, "05": 76, "42": 14.0})
    return {0x7E0: engine, 0x7E1: gearbox}


def _diesel() -> dict[int, Brain]:
    cars = _petrol()
    engine = cars[0x7E0]
    for key in ("06", "07", "0E", "14", "15", "2E", "34", "44"):
        del engine.values[key]
    engine.values |= {"23": 32000, "2C": 18, "2D": 1.5, "61": 12, "62": 11, "63": 380}
    engine.calibration, engine.monitors = "PILLION-D4-0107", (0x0E, 0xEB, 0x40)
    return cars


def build(kind: str) -> dict[int, Brain]:
    """Control units by request id. Raises LookupError."""
    makers = {"electric": _electric, "petrol": _petrol, "diesel": _diesel}
    if kind not in makers:
        raise LookupError(f"there is no kind {kind}; there are {', '.join(KINDS)}")
    return makers[kind]()


def example_faults(kind: str) -> dict[int, list[Fault]]:
    """Faults that such a car might have, each with what was so when it appeared."""
    if kind == "electric":
        return {
            0x7E0: [Fault("P0A94", failure=0x92, frame={"0D": 87, "0C": 6200, "42": 12.1, "5B": 61, "46": 4})],
            0x7E5: [Fault("P0AA6", failure=0x1A, pending=True, stored=False), Fault("P0A9C", failure=0x64)],
        }
    return {
        0x7E0: [
            Fault(
                "P0301",
                pending=True,
                permanent=True,
                frame={"04": 61, "05": 84, "0C": 2380, "0D": 72, "0F": 21, "11": 38},
            ),
            Fault("P0420"),
            Fault("P0455", stored=False, pending=True),
        ],
        0x7E1: [Fault("P0730", frame={"0D": 51, "05": 79})],
    }
