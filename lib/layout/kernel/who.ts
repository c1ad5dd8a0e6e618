import type { Container } from '../../model/container';
import { byStart } from '../../model/container-order';
import { containerKey, containerKeyOf, type ContainerKey } from '../../model/ids';
import { isStopped } from '../../model/is-stopped';
import type { Process } from '../../model/process';
import type { Snapshot } from '../../model/snapshot';
import { OWN_KERNEL } from '../../model/own-kernel';

/** The processes of one container, or of the host: a few of them, and how many there are. */
export interface Fence {
  /** Null: those of no container. */
  container: Container | null;
  /** Those that are drawn, the first one first. */
  shown: readonly Process[];
  /** All of them, those that are not drawn as well. */
  count: number;
  /** Of those that are not drawn, so many are counted in a line of their own. */
  others: number;
  /** Do they call a kernel of their own? */
  ownKernel: boolean;
}

/** Who is in user space. */
export interface Who {
  /** The host's first. */
  fences: readonly Fence[];
  /** Running containers that are only counted. */
  folded: number;
  /** Threads of the kernel itself: none of them is in user space. */
  kernelThreads: number;
}

/**
 * The host's own processes and each running container with its first ones: the fewer, the more containers there
 * are. Goes by when they started, so that a newcomer takes nobody's place; who is chosen is drawn in any case. A brief one
 * has of the host's, in place of the engines', one that is to be compared with those in containers.
 *
 * @param most so many fences have room, the host's and what stands for folded ones included
 * @param brief is one process enough to stand for a container?
 */
export function whoIsThere(
  snapshot: Snapshot,
  chosen: ReadonlySet<string>,
  most: number,
  brief = false,
): Who {
  const { containers, processes, engines } = snapshot;
  const of = new Map<ContainerKey | null, Process[]>();
  let kernelThreads = 0;
  for (const process of processes.toSorted((a, b) => a.pid - b.pid)) {
    if (process.kernelThread) kernelThreads += 1;
    if (process.kernelThread || process.zombie) continue;
    const key = containerKeyOf(process);
    const those = of.get(key);
    if (those === undefined) of.set(key, [process]);
    else those.push(process);
  }
  const running = containers.filter((each) => !isStopped(each)).toSorted(byStart);
  const drawn = withChosen(running, chosen, running.length + 1 > most ? most - 2 : running.length);
  // Where some have no room at all, the others take as little as they can.
  const each = brief || drawn.length < running.length ? 1 : processesEach(drawn.length);
  const fence = (of: Omit<Fence, 'others'>): Fence => ({
    ...of,
    others: brief ? 0 : of.count - of.shown.length,
  });
  const daemons = new Set(engines.map(({ pid }) => pid));
  const ofHost = of.get(null) ?? [];
  const alike = brief ? latestAlike(ofHost, drawn, snapshot) : null;
  return {
    fences: [
      fence({
        container: null,
        // Init, and who starts containers: these are the ones that a person asks for.
        shown: firstFew(
          ofHost,
          (process) =>
            process.pid === 1 || (alike === null ? daemons.has(process.pid) : process === alike),
          Math.max(each, 2),
        ),
        count: ofHost.length,
        ownKernel: false,
      }),
      ...drawn.map((container) => {
        const those = of.get(containerKey(container)) ?? [];
        return fence({
          container,
          shown: firstFew(those, ({ pid }) => pid === container.pid, each),
          count: those.length,
          ownKernel: container.unreadable['namespaces.pid'] === OWN_KERNEL,
        });
      }),
    ],
    folded: running.length - drawn.length,
    kernelThreads,
  };
}

/**
 * The process of the host that runs the same program as a container's first one, the latest of them: it makes the same
 * calls. Null: there is none.
 */
function latestAlike(
  ofHost: readonly Process[],
  containers: readonly Container[],
  { processes, host }: Snapshot,
): Process | null {
  const leaders = new Set(containers.map(({ pid }) => pid));
  const programs = new Set(processes.filter(({ pid }) => leaders.has(pid)).map(({ comm }) => comm));
  const alike = ofHost.filter(
    ({ pid, comm, namespaces }) =>
      // One in another PID namespace may be in a container that we know nothing of.
      pid !== 1 && programs.has(comm) && namespaces.pid === host.namespaces.pid,
  );
  const byAge = (a: Process, b: Process) => Number(BigInt(a.startTicks) - BigInt(b.startTicks));
  return alike.toSorted(byAge).at(-1) ?? null;
}

/** So many processes of each are drawn. */
function processesEach(containers: number): number {
  if (containers <= 4) return 4;
  return containers <= 12 ? 2 : 1;
}

/** The first so many; one that is chosen and would be left out takes the place of the last. */
function withChosen(
  running: readonly Container[],
  chosen: ReadonlySet<string>,
  most: number,
): readonly Container[] {
  const [first, rest] = [running.slice(0, most), running.slice(most)];
  const wanted = rest.filter((container) => chosen.has(containerKey(container)));
  return wanted.length === 0 ? first : [...first.slice(0, most - wanted.length), ...wanted];
}

/** Those that come first, then the others by their numbers. */
function firstFew(
  processes: readonly Process[],
  comesFirst: (process: Process) => boolean,
  most: number,
): readonly Process[] {
  const first = processes.filter(comesFirst);
  return [...first, ...processes.filter((each) => !comesFirst(each))].slice(0, most);
}
