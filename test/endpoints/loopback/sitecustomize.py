"""Python imports this before anything else in every process of a simulator: it listens to this machine only, whatever
its settings say (some of them bind every interface in spite of them), and it ends when the tests do."""

import os
import signal
import socket
import sys
import threading

LOOPBACK = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}
bind = socket.socket.bind


def bind_here(self, address):
    host = LOOPBACK.get(self.family)
    return bind(self, (host, *address[1:]) if host else address)


def end_with_parent():
    """Standard input is a pipe that nobody writes to; it ends when whoever holds its other end is gone. The process
    leads a group, which ends with it."""
    while os.read(0, 1024):
        pass
    os.killpg(os.getpid(), signal.SIGKILL)


socket.socket.bind = bind_here
if os.environ.pop("ENDS_WITH_STDIN", "") and sys.platform != "win32":
    threading.Thread(target=end_with_parent, daemon=True).start()
