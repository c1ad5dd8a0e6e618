import { createRequire } from 'node:module';
import { constants } from 'node:os';
import type * as koffiModule from 'koffi';

/* What Node has no call for is called in the C library, through koffi. */

const requireHere = createRequire(import.meta.url);

/** @throws where koffi is not installed, or not made for this machine */
export function loadKoffi(): typeof koffiModule {
  return requireHere('koffi');
}

/** Of two names for one number the first counts: EAGAIN, not EWOULDBLOCK. */
const NAMES = new Map(
  Object.entries(constants.errno)
    .map(([name, value]) => [value, name] as const)
    .reverse(),
);

/** `EACCES` for 13; `errno 87` for one that Node has no name for. */
export function errnoName(errno: number): string {
  return NAMES.get(errno) ?? `errno ${String(errno)}`;
}
