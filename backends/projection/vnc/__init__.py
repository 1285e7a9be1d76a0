"""Whole screens over VNC (RFB 3.3, 3.7 and 3.8): Android with droidVNC-NG, Linux phones, PCs. See docs/protocols/vnc.md.

protocol.py     numbers and what we send
steps.py        parsers as generators that say how many bytes they need; the connection that feeds them
handshake.py    version, security, initialisation
auth.py         the answers to a server's challenges
canvas.py       the framebuffer, and what of it has changed
encodings/      rectangles of pixels: Raw and CopyRect, Hextile, ZRLE, Tight, the pointer's shape
messages.py     everything a server says once it stands
greeting.py     the connection and the log-in; tls.py what is encrypted
pointer.py, keys.py  fingers, keys and text
link.py         one connection as the mirror base wants it
"""
