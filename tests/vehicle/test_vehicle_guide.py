"""docs/guides/add-your-car.md: its commands are run as an owner would, with the demo car's drive and with a real one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from backends.vehicle.check import check_profile
from backends.vehicle.profile import load_profile
from tests.fakes.traffic import demo_frames, write_candump

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guides" / "add-your-car.md"


def commands() -> list[str]:
    """Lines of all blocks marked as ``sh``; those marked ``text`` need a car or a window."""
    blocks = re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(), re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines() if line.strip()]


def follow(folder: Path) -> dict[str, str]:
    """Run every command in its order in this folder. Returns what each printed."""
    tools = folder / "bin"
    tools.mkdir()
    command = tools / "pillion"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m ui.cli "$@"\n')
    command.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{tools}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PYTHONWARNINGS": "error",
    }
    told = {}
    for line in commands():
        done = subprocess.run(
            ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, timeout=100, check=False
        )
        assert done.returncode == 0, f"$ {line}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
        told[line] = done.stdout
    return told


def test_vehicle_guide_has_commands_for_every_step() -> None:
    words = {line.split()[1] for line in commands()}
    assert words == {"profile", "replay", "learn"}
    assert len(commands()) >= 7


def test_vehicle_guide_names_only_words_and_options_that_exist() -> None:
    from ui.cli import COMMANDS

    for block in re.findall(r"^```(?:sh|text)\n(.*?)^```", GUIDE.read_text(), re.MULTILINE | re.DOTALL):
        for line in block.splitlines():
            if line.startswith("pillion "):
                assert line.split()[1] in COMMANDS, line
    for target in re.findall(r"`(assets/[\w/.-]+|tests/[\w/.-]+)`", GUIDE.read_text()):
        assert (ROOT / target).exists(), target


def test_vehicle_guide_leads_from_the_demo_cars_drive_to_a_profile(tmp_path: Path) -> None:
    shutil.copy(load_profile("demo").dbc_file("main"), tmp_path / "car.dbc")
    write_candump(tmp_path / "drive.log", [frame for frame in demo_frames(60) if frame.channel == "main"])
    told = follow(tmp_path)
    check = next(text for line, text in told.items() if "profile check" in line)
    assert "Nothing is wrong." in check
    report = check_profile(load_profile(str(tmp_path / "mycar")), tmp_path / "drive.log")
    assert report.evidence is not None
    bound = {read.rule.path for read in report.bound}
    # The demo car's own mapping is the answer that the guide should come to.
    assert {
        "Vehicle.Speed",
        "Vehicle.Powertrain.Transmission.SelectedGear",
        "Vehicle.Cabin.Door.Row1.DriverSide.IsOpen",
    } <= bound
    assert report.evidence.paths["Vehicle.Speed"].series()[1].max() > 30
    assert len(report.protected) >= 2


def test_vehicle_guide_leads_from_a_real_drive_to_a_profile(shared: Path, tmp_path: Path) -> None:
    shutil.copy(shared / "data/dbc/opendbc_honda_crv_touring_2016_can_generated.dbc", tmp_path / "car.dbc")
    shutil.copy(shared / "data/logs/honda_civic_gen8_drive_0_71kmh.log", tmp_path / "drive.log")
    told = follow(tmp_path)
    check = next(text for line, text in told.items() if "profile check" in line)
    assert "it follows 2 wheels: r = 0.9999" in check
    summary = next(text for line, text in told.items() if line.endswith("--profile ./mycar"))
    assert '"max": 71.34' in summary or '"max": 70.667' in summary
