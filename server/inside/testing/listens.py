"""Five places where it can be called, two sockets at one of them; says when it is ready."""

import socket, time
V4, V6, TCP, UDP = socket.AF_INET, socket.AF_INET6, socket.SOCK_STREAM, socket.SOCK_DGRAM
kept = []
def listen(family, kind, address, port, device=None):
    made = socket.socket(family, kind)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    if device: made.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, device)
    made.bind((address, port))
    if kind == TCP: made.listen()
    kept.append(made)
listen(V4, TCP, '0.0.0.0', 80)
listen(V4, TCP, '0.0.0.0', 80)
listen(V6, TCP, '::', 8080)
listen(V6, TCP, '::1', 8081)
listen(V4, UDP, '127.0.0.1', 53, b'lo')
listen(V6, UDP, '::', 5353)
print('ready', flush=True)
time.sleep(600)
