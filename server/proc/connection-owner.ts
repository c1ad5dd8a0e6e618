import { endianness } from 'node:os';
import { addressDigits, isMapped } from '@lib/proc/ip-address';
import { parseIdMap } from '@lib/proc/id-map';
import { ESTABLISHED, findSocket, type TcpEnd, type TcpSocket } from '@lib/proc/net-tcp';
import { ProcParseError } from '@lib/proc/parse-error';
import { errnoOf, ProcRoot } from './read';
import { createSocketDiag, type SocketDiag } from './socket-diag';

/** The two ends of a connection, as a socket of Node has them: it is ours, the other end is remote. */
export interface Ends {
  localAddress?: string | undefined;
  localPort?: number | undefined;
  remoteAddress?: string | undefined;
  remotePort?: number | undefined;
}

/**
 * The uid of the account whose program is at the other end of a connection, as our user namespace
 * numbers it. Null where that cannot be told: the other end is on another machine or in another
 * network namespace, has hung up already, or is of an account that has no number here.
 */
export type OwnerOf = (ends: Ends) => number | null;

const LITTLE_ENDIAN = endianness() === 'LE';

/** What an account without a number in our user namespace is shown as, user_namespaces(7). */
const OVERFLOW_UID = 65534;
/** All uids that there are: the map of the first user namespace. */
const ALL_UIDS = 4294967295;

/** @returns null where of no connection this can be told: there is no such table of the kernel's */
export function createOwnerOf(
  proc = new ProcRoot('/proc'),
  diag: SocketDiag | null = createSocketDiag(LITTLE_ENDIAN),
): OwnerOf | null {
  if (!isThere(proc, 'net/tcp')) return null;
  const hasAll = hasAllAccounts(proc);
  // A kernel without the module answers as one without the socket: once it told one, it tells all.
  let diagTells = false;
  return (ends) => {
    const theirs = endOf(ends.remoteAddress, ends.remotePort);
    const ours = endOf(ends.localAddress, ends.localPort);
    if (theirs === null || ours === null) return null;
    const told = diag?.(theirs, ours) ?? null;
    diagTells ||= told !== null;
    const uid = diagTells ? told : inTables(proc, theirs, ours);
    return uid === OVERFLOW_UID && !hasAll ? null : uid;
  };
}

/** A program may speak IPv4 over a socket of IPv6: then it is in the table of that. */
function inTables(proc: ProcRoot, local: TcpEnd, remote: TcpEnd): number | null {
  const files = isMapped(local.address) ? ['net/tcp', 'net/tcp6'] : ['net/tcp6'];
  for (const file of files) {
    const found = inTable(proc, file, local, remote);
    if (found !== null) return found.state === ESTABLISHED ? found.uid : null;
  }
  return null;
}

/** Null: not there, or the table is not there, is kept from us, or is not what the kernel writes. */
function inTable(proc: ProcRoot, file: string, local: TcpEnd, remote: TcpEnd): TcpSocket | null {
  try {
    return findSocket(proc.lines(file), local, remote, LITTLE_ENDIAN);
  } catch (error) {
    if (!(error instanceof ProcParseError)) errnoOf(error);
    return null;
  }
}

function isThere(proc: ProcRoot, file: string): boolean {
  try {
    proc.close(proc.open(file));
    return true;
  } catch (error) {
    errnoOf(error);
    return false;
  }
}

function hasAllAccounts(proc: ProcRoot): boolean {
  try {
    const [row] = parseIdMap(proc.records('self/uid_map').toString('latin1'));
    return row?.[2] === ALL_UIDS;
  } catch (error) {
    if (!(error instanceof ProcParseError)) errnoOf(error);
    return false;
  }
}

function endOf(text: string | undefined, port: number | undefined): TcpEnd | null {
  const address = text === undefined ? null : addressDigits(text);
  return address === null || port === undefined ? null : { address, port };
}
