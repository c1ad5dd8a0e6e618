import { closeSync } from 'node:fs';
import { holdBelow, pathOf } from '../proc/open-below';
import type { UnixAddress } from './endpoint';

/** A path by which a socket is reached, and nothing else, as long as it is held. */
export interface HeldSocket {
  path: string;
  close: () => void;
}

/**
 * A way to a socket, to connect by. In the root of another process somebody else says what is at a path, and a file
 * system that never answers would keep us from everything else: there the socket is named first, without waiting.
 *
 * @throws what the system call throws; EAGAIN: somebody would have to be waited for
 */
export function holdSocket({ path, root }: UnixAddress): HeldSocket {
  if (root === undefined) return { path, close: () => undefined };
  const fd = holdBelow(root, path);
  let held = true;
  const close = () => {
    // Its number is another file's afterwards.
    if (held) closeSync(fd);
    held = false;
  };
  return { path: pathOf(fd), close };
}
