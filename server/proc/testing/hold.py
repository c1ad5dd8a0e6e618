"""Holds a namespace that no process is in: `hold.py fd|thread|children`.

Prints one line, the namespace and the path below /proc that shows it, and then waits to be ended.
"""
import ctypes, os, signal, sys, threading

CLONE_NEWTIME, CLONE_NEWUTS, CLONE_NEWNET = 0x80, 0x4000000, 0x40000000
libc = ctypes.CDLL(None, use_errno=True)

def unshare(flag):
    if libc.unshare(flag) != 0:
        raise OSError(ctypes.get_errno(), "unshare")

def tell(path):
    print(os.readlink(path), path, flush=True)

def by_fd():
    told, tell_parent = os.pipe()
    child = os.fork()
    if child == 0:
        unshare(CLONE_NEWNET)
        os.write(tell_parent, b"x")
        signal.pause()
    os.read(told, 1)
    fd = os.open(f"/proc/{child}/ns/net", os.O_RDONLY)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    tell(f"/proc/{os.getpid()}/fd/{fd}")

def by_thread():
    def leave():
        unshare(CLONE_NEWUTS)
        tell(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/ns/uts")
        threading.Event().wait()
    threading.Thread(target=leave).start()

def for_children():
    unshare(CLONE_NEWTIME)
    tell(f"/proc/{os.getpid()}/ns/time_for_children")

{"fd": by_fd, "thread": by_thread, "children": for_children}[sys.argv[1]]()
signal.pause()
