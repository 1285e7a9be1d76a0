"""A phone with USB debugging: an adbd and a scrcpy server. See docs/protocols/adb.md and scrcpy.md."""

__all__: list[str] = []
