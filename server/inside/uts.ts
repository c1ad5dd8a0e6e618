import { unreadableOf } from '@lib/inside/told';
import type { UtsInside } from '@lib/inside/uts';
import type { Unreadable } from '@lib/model/unreadable';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { parsed } from './told';

const FILES = ['/proc/sys/kernel/hostname', '/proc/sys/kernel/domainname'];

/**
 * What a UTS namespace isolates, read in it: whoever reads these files elsewhere, even below the root of
 * a process that is in it, is told the names of their own.
 */
export async function readUts(
  enter: Enter,
  door: Door,
): Promise<UtsInside & { unreadable: Unreadable }> {
  const answers = await enter.read(door, FILES);
  const hostname = parsed(answers[0], nameIn);
  const domainname = parsed(answers[1], nameIn);
  return {
    type: 'uts',
    hostname: hostname.value,
    domainname: domainname.value,
    unreadable: unreadableOf({ hostname: hostname.reason, domainname: domainname.reason }),
  };
}

function nameIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(/\n$/, '');
}
