/*
 * /proc/PID/timens_offsets, time_namespaces(7): clock, seconds, nanoseconds
 * monotonic           0         0
 * boottime        86400         0
 *
 * They are those of the namespace that the process gives its children (`ns/time_for_children`).
 */
import { ProcParseError } from './parse-error';

/** How far clocks are ahead of the machine's own, in nanoseconds; as text, for they can pass 2^53. */
export interface TimeOffsets {
  monotonicNs: string;
  boottimeNs: string;
}

const LINE = /^(monotonic|boottime) +(-?\d{1,19}) +(\d{1,9})$/;

/** @throws ProcParseError where one of the two clocks is missing */
export function parseTimensOffsets(text: string): TimeOffsets {
  const offsets = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, clock = '', seconds = '', nanoseconds = ''] = LINE.exec(line) ?? [];
    if (clock !== '') {
      offsets.set(clock, String(BigInt(seconds) * 1_000_000_000n + BigInt(nanoseconds)));
    }
  }
  const monotonicNs = offsets.get('monotonic');
  const boottimeNs = offsets.get('boottime');
  if (monotonicNs === undefined || boottimeNs === undefined) {
    throw new ProcParseError('timens_offsets', 'the offsets of monotonic and boottime');
  }
  return { monotonicNs, boottimeNs };
}
