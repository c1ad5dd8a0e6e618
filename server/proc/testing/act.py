"""act.py TYPE: on SIGUSR1 does to itself what no fork tells of, then sleeps on.

exec: becomes `sleep`; unshare: makes a uts namespace; setns: joins that of the process whose PID
follows; wait: nothing, somebody else will do something to it.
"""

import ctypes
import os
import signal
import sys

CLONE_NEWUTS = 0x04000000
libc = ctypes.CDLL(None, use_errno=True)


def check(result):
    if result != 0:
        raise OSError(ctypes.get_errno(), 'failed')


def act(_signal, _frame):
    what = sys.argv[1]
    if what == 'exec':
        os.execvp('sleep', ['sleep', '600'])
    elif what == 'unshare':
        check(libc.unshare(CLONE_NEWUTS))
    elif what == 'setns':
        check(libc.setns(os.open('/proc/%s/ns/uts' % sys.argv[2], os.O_RDONLY), CLONE_NEWUTS))


signal.signal(signal.SIGUSR1, act)
print('ready', flush=True)
while True:
    signal.pause()
