"""Sound: one mixer for what phones play, focus, ducking, the microphone. See docs/protocols/sound.md and docs/adr/0460."""
