/*
 * /proc/PID/net/unix, unix(7) and net/unix/af_unix.c:
 * Num       RefCount Protocol Flags    Type St Inode Path
 * 00000000c5e4d1f0: 00000002 00000000 00010000 0001 01 23456 /run/docker.sock
 */
import { ProcParseError } from './parse-error';

export interface ListeningSocket {
  /** As it was bound: `/run/docker.sock`; abstract ones begin with `@`. */
  path: string;
  /** As in `/proc/PID/fd`: `socket:[23456]`. */
  inode: string;
}

const HEADING = /^Num +RefCount /;
const ROW =
  /^[0-9a-f]+: [0-9A-F]+ [0-9A-F]+ ([0-9A-F]{8}) [0-9A-F]+ [0-9A-F]+ +(\d{1,20})(?: (.*))?$/s;
/** __SO_ACCEPTCON of include/linux/net.h: listen(2) was called. */
const ACCEPTS = 0x10000;

/**
 * The Unix sockets that wait for connections. A name can hold newlines, and the kernel prints them
 * as they are: a line that is no row continues the name before.
 */
export function parseNetUnix(text: string): ListeningSocket[] {
  const [heading = '', ...lines] = text.replace(/\n$/, '').split('\n');
  if (!HEADING.test(heading)) throw new ProcParseError('net/unix', 'its heading');
  const listening: ListeningSocket[] = [];
  let current: ListeningSocket | null = null;
  for (const line of lines) {
    const row = ROW.exec(line);
    if (row === null) {
      if (current !== null) current.path += `\n${line}`;
      continue;
    }
    const [, flags = '0', inode = '', path] = row;
    current = { path: path ?? '', inode };
    if ((parseInt(flags, 16) & ACCEPTS) !== 0 && path !== undefined) listening.push(current);
  }
  return listening;
}
