"""Runs a command in a pseudo-terminal: `terminal.py COLUMNS ROWS COMMAND...`.

What the command shows goes to standard output. Each line of standard input is JSON: a text is typed, a pair of numbers
is the new size.
"""

import fcntl
import json
import os
import pty
import select
import struct
import sys
import termios


def resize(terminal, columns, rows):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def shown(terminal):
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""  # Linux says so that the command has ended.


def obey(terminal, line):
    asked = json.loads(line)
    if isinstance(asked, str):
        os.write(terminal, asked.encode())
    else:
        resize(terminal, *asked)


columns, rows, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    resize(0, int(columns), int(rows))
    os.execvp(command[0], command)
waited = [terminal, sys.stdin.buffer]
while True:
    ready, _, _ = select.select(waited, [], [])
    if terminal in ready:
        text = shown(terminal)
        if not text:
            break
        os.write(1, text)
    elif (line := sys.stdin.buffer.readline()):
        obey(terminal, line)
    else:
        waited = [terminal]
_, status = os.waitpid(child, 0)
sys.exit(os.waitstatus_to_exitcode(status) % 256)
