"""ELM327 and its many clones, over serial or TCP: connection (bytes), protocol (lines), api (questions)."""
