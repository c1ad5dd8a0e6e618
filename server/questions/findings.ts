import { isStopped } from '@lib/model/is-stopped';
import { findingsOf } from '@lib/findings/findings-of';
import type { Details } from '@lib/findings/about';
import type { Findings } from '@lib/findings/finding';
import type { Container } from '@lib/model/container';
import { containerKey, type ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { findContainer } from '@lib/model/container-ref';
import { leaderOf } from '@lib/select/leader-of';
import { NotInRecording, NotThere, type Informant } from '@lib/asking/handler';
import { limitsOf } from './use';

/** So many containers are asked about at the same time: an engine has others to answer as well. */
const AT_ONCE = 8;

interface Unread {
  /** Why it was not. */
  unread: string;
}
/** Its first process is none of those that are seen here. */
const NOT_HERE: Unread = { unread: 'ESRCH' };
/** It is there, and its engine has no word for that. */
const NOT_TOLD: Unread = { unread: 'ENODATA' };

/** @param ref of one container; left out: all that run but nsview's own reader. @throws NotThere where that one does not run */
export async function answerFindings(
  ref: string | undefined,
  machine: Informant,
): Promise<Findings> {
  const snapshot = await machine.fresh();
  const running = (
    ref === undefined
      ? snapshot.containers.filter(({ role }) => role !== 'reader')
      : [findContainer(snapshot, ref)]
  ).flatMap((each) => (each === null || isStopped(each) ? [] : each));
  if (ref !== undefined && running.length === 0) throw new NotThere('no such container runs');
  const asked = snapshot.engines.filter(
    ({ id }) => ref === undefined || running.some(({ engine }) => engine === id),
  );
  const findings = findingsOf({
    ...{ snapshot, asked, named: ref !== undefined },
    details: await detailsOf(running, snapshot, machine),
  });
  if (ref === undefined) machine.findings.keep(findings);
  return findings;
}

async function detailsOf(
  containers: readonly Container[],
  snapshot: Snapshot,
  machine: Informant,
): Promise<ReadonlyMap<ContainerKey, Details>> {
  const details = new Map<ContainerKey, Details>();
  const left = [...containers];
  const limits = told(() => limitsOf(containers, snapshot, machine));
  const work = async () => {
    for (let each = left.pop(); each !== undefined; each = left.pop()) {
      details.set(containerKey(each), {
        ...(await read(each, snapshot, machine)),
        use: limitsIn(await limits, each),
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return details;
}

async function read(
  container: Container,
  snapshot: Snapshot,
  machine: Informant,
): Promise<Omit<Details, 'use'>> {
  const leader = leaderOf(snapshot, container);
  const none = noProcess(container);
  const [config, privileges] = await Promise.all([
    told(() => machine.details.config(container), leader === null ? none : NOT_TOLD),
    told(
      async () =>
        leader === null
          ? null
          : machine.details.privileges({ pid: leader.pid, startTicks: leader.startTicks }),
      none,
    ),
  ]);
  return { config, privileges };
}

/** Why nothing is read of its first process. */
function noProcess({ unreadable }: Container): Unread {
  return unreadable.pid === undefined ? NOT_HERE : { unread: unreadable.pid };
}

/** @param limits of all, or why none could be told */
function limitsIn(
  limits: Awaited<ReturnType<typeof limitsOf>> | Unread,
  container: Container,
): Details['use'] {
  return limits instanceof Map
    ? (limits.get(containerKey(container)) ?? noProcess(container))
    : limits;
}

/** What cannot be read costs itself alone, and says why. @param none what it means that there is none */
async function told<T>(ask: () => Promise<T | null>, none: Unread = NOT_HERE): Promise<T | Unread> {
  try {
    return (await ask()) ?? none;
  } catch (error) {
    return { unread: reasonOf(error) };
  }
}

/** An errno, or a word for which there is a sentence in each language; what else was said follows. */
function reasonOf(error: unknown): string {
  if (error instanceof NotInRecording) return 'not-in-recording';
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  return `not-answered: ${error instanceof Error ? error.message : String(error)}`;
}
