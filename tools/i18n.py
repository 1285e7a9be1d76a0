"""Bring ``assets/i18n/*.ts`` up to date with what QML and the display say; ``--check`` only tells whether they are.

Exit status 1: something is not translated, or (with --check) the files do not match the sources.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

__all__ = ["LANGUAGES", "main", "messages", "update"]

ROOT = Path(__file__).resolve().parent.parent
CATALOGUES = ROOT / "assets" / "i18n"
LANGUAGES = ("ar", "de", "zh_CN")


def update(language: str, target: Path) -> None:
    """Write the catalogue of a language: known translations kept, new strings added unfinished, old ones dropped."""
    sources = [
        str(path)
        for folder, kind in (("qml", "qml"), ("ui", "py"))
        for path in sorted((ROOT / folder).rglob(f"*.{kind}"))
    ]
    command = ["pyside6-lupdate", "-silent", "-no-obsolete", "-locations", "none", *sources]
    binary = Path(sys.executable).parent / command[0]
    command[0] = str(binary if binary.exists() else command[0])
    subprocess.run(
        [*command, "-ts", str(target), "-target-language", language, "-source-language", "en"], check=True, cwd=ROOT
    )


def messages(catalogue: Path) -> dict[tuple[str, str], bool]:
    """(context, English) of each message, and whether it is translated."""
    found = {}
    for context in ET.parse(catalogue).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            found[context.findtext("name", ""), message.findtext("source", "")] = done
    return found


def main(argv: list[str]) -> int:
    """Update or check all languages."""
    check = "--check" in argv
    status = 0
    for language in LANGUAGES:
        catalogue = CATALOGUES / f"pillion_{language}.ts"
        if check:
            with tempfile.TemporaryDirectory() as folder:
                fresh = Path(folder) / catalogue.name
                fresh.write_bytes(catalogue.read_bytes())
                update(language, fresh)
                known, wanted = messages(catalogue), messages(fresh)
            if known.keys() != wanted.keys():
                print(
                    f"{catalogue.name}: differs from the sources in {sorted(known.keys() ^ wanted.keys())}; run tools/i18n.py"
                )
                status = 1
        else:
            update(language, catalogue)
        for context, text in sorted(key for key, done in messages(catalogue).items() if not done):
            print(f"{catalogue.name}: not translated: {context}: {text!r}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
