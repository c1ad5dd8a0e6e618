import { NAMESPACE_TYPES, perType, type NamespaceType } from '@lib/model/namespace-type';
import type { NamespaceSet } from '@lib/model/namespace-set';
import type { Unreadable } from '@lib/model/unreadable';
import type { MachineUnits } from '@lib/proc/auxv';
import { parseCgroup, tellingPath } from '@lib/proc/cgroup';
import { parseCmdline } from '@lib/proc/cmdline';
import { parseNsLink } from '@lib/proc/ns-link';
import type { ProcessReading } from '@lib/proc/reading';
import { parseStat, type Stat } from '@lib/proc/stat';
import { parseStatus } from '@lib/proc/status';
import type { UsageRow } from '@lib/protocol/usage';
import { redactArgs } from '@lib/redact/redact-args';
import { errnoOf, meansGone, type ProcRoot } from './read';
import { reasonOf } from './reason';

/** Of a command line, this much is read: bytes. */
const ARGS_LIMIT = 4096;
/** /proc/PID/schedstat of a kernel that does not count. */
const NOT_COUNTED = '0 0 0\n';
/** What stands in `unreadable` for arguments that the person asked not to read. */
const REDACTED = 'redacted';

export interface ProcessReaderOptions {
  /** Read command lines? */
  args: boolean;
}

export type ProcessOutcome =
  /** `ran`: what `ranSoFar` said before it was read. */
  | { kind: 'process'; reading: ProcessReading; ran: string | null }
  /** It ended before all was read. */
  | { kind: 'ended' }
  /** The number is that of a thread, of another process: below /proc but not listed there. */
  | { kind: 'thread' }
  /** It is listed, but even its stat is kept from us (hidepid=1). */
  | { kind: 'hidden'; errno: string };

/** Reads single processes below a /proc. */
export class ProcessReader {
  /** Links and cgroups are few and processes many: each is parsed once, and is one string. */
  readonly #links = perType((type) => new Cache((link) => parseNsLink(link, type)));
  readonly #cgroups = new Cache((text) => tellingPath(parseCgroup(text)));
  /** The types of which this kernel has no namespaces. */
  readonly lacks: readonly NamespaceType[];

  constructor(
    readonly proc: ProcRoot,
    readonly units: MachineUnits,
    readonly options: ProcessReaderOptions,
  ) {
    this.lacks = typesLacking(proc);
  }

  /**
   * Reads all of one process. Fields that cannot be read are null and named in `unreadable`.
   *
   * stat is opened first and read last: a file kept open stays with the process it was opened for.
   * If it still reads, the process has not ended meanwhile, so the PID cannot have gone to another,
   * and all that was read in between is of this one.
   */
  read(pid: number): ProcessOutcome {
    let fd: number;
    try {
      fd = this.proc.open(`${String(pid)}/stat`);
    } catch (error) {
      return failed(error);
    }
    try {
      const ran = this.ranSoFar(pid);
      const unreadable: Unreadable = {};
      const status = this.#field(pid, 'status', ['uid', 'gid', 'nsPids'], unreadable, (bytes) =>
        parseStatus(bytes.toString('latin1')),
      );
      if (status !== null && status.tgid !== pid) return { kind: 'thread' };
      const namespaces = this.#namespaces(`${String(pid)}/ns`, unreadable);
      const cgroup = this.#cgroup(pid, unreadable);
      const { args, argsTruncated } = this.#args(pid, unreadable);
      const stat = parseStat(this.proc.again(fd));
      if (stat.state === 'Z' && stat.threads > 1) {
        this.#namespacesOfThread(pid, namespaces, unreadable);
        this.proc.again(fd);
      }
      return {
        kind: 'process',
        ran,
        reading: {
          pid,
          startTicks: stat.startTicks,
          ppid: stat.ppid,
          comm: stat.comm,
          state: stat.state,
          threads: stat.threads,
          rssBytes: this.#rssBytes(stat),
          cpuTicks: stat.cpuTicks,
          kernelThread: stat.kernelThread,
          args,
          argsTruncated,
          nsPids: status?.nsPids ?? null,
          uid: status?.uid ?? null,
          gid: status?.gid ?? null,
          cgroup,
          namespaces,
          unreadable,
        },
      };
    } catch (error) {
      return failed(error);
    } finally {
      this.proc.close(fd);
    }
  }

  /**
   * How long, and how many times, a process's first thread has run, to the nanosecond; null where
   * that is not told. See `isStill`.
   */
  ranSoFar(pid: number): string | null {
    try {
      const counts = this.proc.file(`${String(pid)}/schedstat`).toString('latin1');
      return counts === NOT_COUNTED ? null : counts;
    } catch (error) {
      errnoOf(error);
      return null;
    }
  }

  /**
   * Would reading a process again tell the same? exec, setns, unshare, prctl, exit: all that changes
   * what we tell of it is done by itself, and needs it to run. Only into another cgroup it is moved
   * by others. With several threads it is changed by any of them: of such one nothing is promised.
   *
   * @param before what `ranSoFar` said before `reading` was read
   * @param now what it says now
   */
  isStill(reading: ProcessReading, before: string | null, now: string | null): boolean {
    const { pid, threads, cgroup } = reading;
    return threads === 1 && before !== null && before === now && this.#cgroup(pid, {}) === cgroup;
  }

  /** State, memory and CPU time of those of `pids` that are there. */
  usage(pids: readonly number[]): UsageRow[] {
    const rows: UsageRow[] = [];
    for (const pid of pids) {
      try {
        const stat = parseStat(this.proc.file(`${String(pid)}/stat`));
        const { startTicks, state, cpuTicks } = stat;
        const cpuMs = (cpuTicks / this.units.ticksPerSecond) * 1000;
        rows.push({ pid, startTicks, state, rssBytes: this.#rssBytes(stat), cpuMs });
      } catch (error) {
        failed(error);
      }
    }
    return rows;
  }

  /** The namespaces of a process; `unreadable` is told which could not be read. */
  namespaces(pid: number | 'self', unreadable: Unreadable): NamespaceSet {
    return this.#namespaces(`${String(pid)}/ns`, unreadable);
  }

  #cgroup(pid: number, unreadable: Unreadable): string | null {
    return this.#field(pid, 'cgroup', ['cgroup'], unreadable, (bytes) =>
      this.#cgroups.get(bytes.toString()),
    );
  }

  #rssBytes(stat: Stat): number {
    return stat.rssPages * this.units.pageSize;
  }

  #namespaces(folder: string, unreadable: Unreadable): NamespaceSet {
    // Each link asks the kernel the same question (ptrace_may_access), so one EACCES speaks for all.
    let denied: string | null = null;
    return perType((type) => {
      if (this.lacks.includes(type)) return null;
      if (denied === null) {
        try {
          return this.#links[type].get(this.proc.link(`${folder}/${type}`));
        } catch (error) {
          const errno = reasonOf(error);
          if (errno === 'EACCES') denied = errno;
          unreadable[`namespaces.${type}`] = errno;
          return null;
        }
      }
      unreadable[`namespaces.${type}`] = denied;
      return null;
    });
  }

  /**
   * A process whose leading thread has ended while others go on looks like a zombie, and only the
   * others have namespaces still: `namespaces` and `unreadable` are completed from one of them.
   */
  #namespacesOfThread(pid: number, namespaces: NamespaceSet, unreadable: Unreadable): void {
    const missing = NAMESPACE_TYPES.filter((type) => namespaces[type] === null);
    for (const tid of this.proc.numbers(`${String(pid)}/task`)) {
      if (tid === pid) continue;
      const fails: Unreadable = {};
      const found = this.#namespaces(`${String(pid)}/task/${String(tid)}/ns`, fails);
      if (Object.keys(fails).length > 0) continue;
      for (const type of missing) {
        namespaces[type] = found[type];
        Reflect.deleteProperty(unreadable, `namespaces.${type}`);
      }
      return;
    }
  }

  #args(pid: number, unreadable: Unreadable): Pick<ProcessReading, 'args' | 'argsTruncated'> {
    if (!this.options.args) {
      unreadable.args = REDACTED;
      return { args: null, argsTruncated: false };
    }
    try {
      const bytes = this.proc.beginning(`${String(pid)}/cmdline`, ARGS_LIMIT + 1);
      const argsTruncated = bytes.length > ARGS_LIMIT;
      const args = parseCmdline(bytes.subarray(0, ARGS_LIMIT), argsTruncated);
      return { args: redactArgs(args, argsTruncated), argsTruncated };
    } catch (error) {
      unreadable.args = reasonOf(error);
      return { args: null, argsTruncated: false };
    }
  }

  #field<T>(
    pid: number,
    file: string,
    fields: string[],
    unreadable: Unreadable,
    parse: (bytes: Buffer) => T,
  ): T | null {
    try {
      return parse(this.proc.file(`${String(pid)}/${file}`));
    } catch (error) {
      for (const field of fields) unreadable[field] = reasonOf(error);
      return null;
    }
  }
}

/** Those that the kernel does not even list for ourselves; where it lists none at all, it is not known. */
function typesLacking(proc: ProcRoot): NamespaceType[] {
  try {
    const names = proc.names('self/ns');
    const lacking = NAMESPACE_TYPES.filter((type) => !names.includes(type));
    return lacking.length < NAMESPACE_TYPES.length ? lacking : [];
  } catch (error) {
    errnoOf(error);
    return [];
  }
}

/** What was made of texts that come again and again; emptied when it has grown too large. */
class Cache<T> {
  readonly #known = new Map<string, T>();

  constructor(readonly make: (text: string) => T) {}

  get(text: string): T {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const made = this.make(text);
    if (this.#known.size >= TEXTS_KEPT) this.#known.clear();
    this.#known.set(text, made);
    return made;
  }
}

const TEXTS_KEPT = 5000;

function failed(error: unknown): ProcessOutcome {
  const errno = reasonOf(error);
  return meansGone(errno) ? { kind: 'ended' } : { kind: 'hidden', errno };
}
