"""A simulated phone that shows its screen over VNC, as droidVNC-NG and Linux phones do. docs/protocols/vnc.md.

forms.py      pictures in the encodings a viewer asked for
session.py    one viewer: log-in, its requests, its fingers and keys
phone.py      the phone
main.py       the program
"""
