"""An iPhone's or a Mac's screen by AirPlay, received by UxPlay (GPLv3), a program of its own. See docs/protocols/airplay.md.

receiver.py     UxPlay as a child: how it is started, what it says, how it ends
multipart.py    its pictures on a pipe, one access unit a part
pictures.py     the newest of them, decoded
link.py         all of it as the mirror base wants it
"""
