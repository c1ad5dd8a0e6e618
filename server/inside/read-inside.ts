import { LANDMARKS } from '@lib/inside/landmarks';
import type { InsideReading, InsideRequest } from '@lib/inside/reading';
import { namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import { unreadableOf } from '@lib/inside/told';
import { parseNsLink } from '@lib/proc/ns-link';
import { parseSetgroups } from '@lib/proc/setgroups';
import { parseTimensOffsets } from '@lib/proc/timens-offsets';
import type { Below } from '../below/below';
import type { Enter } from '../enter/enter';
import { meansGone, type ProcRoot } from '../proc/read';
import { attempt, reasonOf } from '../proc/reason';
import { readCgroup } from './cgroup';
import { pathsThere, readDns, readNames } from './etc';
import { readIpc } from './ipc';
import { readMnt } from './mnt';
import { readNet } from './net';
import { readUts } from './uts';

/** Where it is read from. */
export interface Sources {
  enter: Enter;
  proc: ProcRoot;
  below: Below;
}

/** Types that files of a process tell of. */
type FileType = 'user' | 'time';

/** What is read of one of these. */
interface Kind {
  /** Through this process, which is in it. @throws what reading throws, or NotTold */
  read: (from: Sources, pid: number, request: InsideRequest) => Promise<InsideReading>;
  /** Where it cannot be read through anybody. */
  nothing: (reason: string) => InsideReading;
}

/** All was read that there is, and it does not tell. */
class NotTold extends Error {}

/** Nobody is in it any more. */
const NO_PROCESS = 'ESRCH';
/** The PID of nobody. */
const NOBODY = 0;
/** Through so many processes it is tried at most. */
const TRIED = 8;

const BY_FILES: Record<FileType, Kind> = {
  user: {
    read: async ({ proc, below }, pid, { host, uids }) => ({
      type: 'user',
      setgroups: parseSetgroups(proc.file(`${String(pid)}/setgroups`).toString()),
      ...(await readNames(below, pid, host, uids)),
      through: pid,
    }),
    nothing: (reason) => ({
      type: 'user',
      setgroups: null,
      names: { inside: null, outside: null },
      through: null,
      unreadable: { setgroups: reason, 'names.inside': reason, 'names.outside': reason },
    }),
  },
  time: {
    read: async ({ proc }, pid, { namespace }) => {
      // The file is about the namespace that its children get, which need not be its own.
      const children = parseNsLink(proc.link(`${String(pid)}/ns/time_for_children`), 'time');
      if (children !== namespace) throw new NotTold('of-children-only');
      const offsets = parseTimensOffsets(proc.file(`${String(pid)}/timens_offsets`).toString());
      return { type: 'time', ...offsets, through: pid, unreadable: {} };
    },
    nothing: (reason) => ({
      type: 'time',
      monotonicNs: null,
      boottimeNs: null,
      through: null,
      unreadable: { monotonicNs: reason, boottimeNs: reason },
    }),
  },
};

/** What a namespace isolates, read through the first of those in it that can be; nothing is thrown. */
export async function readInside(from: Sources, request: InsideRequest): Promise<InsideReading> {
  const { type } = request;
  if (type === 'user' || type === 'time') return byFiles(from, type, request);
  if (type === 'mnt') return withLandmarks(from, request);
  const [first = NOBODY, ...others] = request.pids.slice(0, TRIED);
  let reading = await within(from, type, request, first);
  for (const pid of others) {
    if (!isGone(reading)) break;
    reading = await within(from, type, request, pid);
  }
  return isGone(reading) ? { ...reading, through: null } : reading;
}

/** What the host has is told of the host alone: others have files of their own at such paths. */
async function withLandmarks(
  { proc, below }: Sources,
  request: InsideRequest,
): Promise<InsideReading> {
  const reading = readMnt(proc, request, request.host);
  const ofHost = request.host?.namespace === request.namespace;
  const { through } = reading;
  const landmarks = ofHost && through !== null ? await pathsThere(below, through, LANDMARKS) : null;
  return { ...reading, landmarks };
}

/** Told in the namespace, by whoever goes where this process is. */
async function within(
  { enter, proc, below }: Sources,
  type: Exclude<InsideRequest['type'], FileType | 'mnt'>,
  { namespace, pids, others }: InsideRequest,
  pid: number,
): Promise<InsideReading> {
  const door = { pid, namespace };
  switch (type) {
    case 'net': {
      const told = await readNet(enter, proc, { ...door, pids, others });
      const dns = stillIn(proc, pid, namespace)
        ? await readDns(below, pid)
        : { value: null, reason: NO_PROCESS };
      const unreadable = { ...told.unreadable, ...unreadableOf({ dns: dns.reason }) };
      return { ...told, dns: dns.value, through: pid, unreadable };
    }
    case 'ipc':
      return { ...(await readIpc({ enter, proc, below }, door)), through: pid };
    case 'uts':
      return { ...(await readUts(enter, door)), through: pid };
    case 'cgroup':
      return { ...(await readCgroup(enter, proc, door)), through: pid };
  }
}

/** Its number may be another's by now. */
function stillIn(proc: ProcRoot, pid: number, namespace: NamespaceId): boolean {
  const type = namespaceTypeOf(namespace);
  return attempt(() => parseNsLink(proc.link(`${String(pid)}/ns/${type}`), type)) === namespace;
}

/** The process had ended, or was another's: it told nothing. */
function isGone({ unreadable }: InsideReading): boolean {
  const reasons = Object.values(unreadable);
  return reasons.length > 0 && reasons.every((reason) => reason === NO_PROCESS);
}

/** One that has left the namespace, or whose number is another's by now, tells nothing. */
async function byFiles(
  from: Sources,
  type: FileType,
  request: InsideRequest,
): Promise<InsideReading> {
  const { read, nothing } = BY_FILES[type];
  let reason = NO_PROCESS;
  for (const pid of request.pids.slice(0, TRIED)) {
    try {
      const reading = await read(from, pid, request);
      const now = parseNsLink(from.proc.link(`${String(pid)}/ns/${type}`), type);
      if (now === request.namespace) return reading;
    } catch (error) {
      reason = error instanceof NotTold ? error.message : reasonOf(error);
      if (meansGone(reason)) reason = NO_PROCESS;
    }
  }
  return nothing(reason);
}
