import { insideOf, insideRequest, type Inside } from '@lib/inside/inside';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import type { Privileges } from '@lib/privileges/privileges';
import { QUESTIONS, type QuestionName } from '@lib/questions/questions';
import { answerConfig, lifeOfConfig } from './config';
import { answerFindings } from './findings';
import { handler, NotInRecording, NotThere, type Handler, type Informant } from './handler';
import { answerImage, answerWritten } from './images';
import { answerCompare, answerTimeline } from './past';
import { answerReach, endsOf } from './reach';
import { answerUse, answerUses, lifeOfContainer } from './use';

const A_MACHINE = ['direct', 'container'] as const;

/** How each question is answered. */
export const HANDLERS: Record<QuestionName, Handler> = {
  usage: handler(QUESTIONS.usage, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: 500,
    answer: async ({ pids }, machine) => ({
      through: null,
      processes: await machine.usage(pids),
      unreadable: {},
    }),
  }),

  holders: handler(QUESTIONS.holders, {
    runs: A_MACHINE,
    // All open files of a large machine are many.
    deadline: 30_000,
    fresh: 0,
    lifetimeOf: ({ namespace }, snapshot) =>
      namespace === undefined ? '' : lifeOfNamespace(namespace, snapshot),
    answer: async ({ namespace }, machine) => {
      const { namespaces } = await machine.searched();
      const held = namespaces
        .filter(({ id, heldBy }) =>
          namespace === undefined ? heldBy.length > 0 : id === namespace,
        )
        .map(({ id, heldBy }) => ({ namespace: id, heldBy }));
      return { through: null, held, unreadable: {} };
    },
  }),

  inside: handler(QUESTIONS.inside, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: 500,
    lifetimeOf: ({ namespace }, snapshot) => lifeOfNamespace(namespace, snapshot),
    answer: ({ namespace }, machine) => readInside(namespace, machine),
  }),

  insides: handler(QUESTIONS.insides, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    fresh: 500,
    lifetimeOf: ({ namespaces }, snapshot) =>
      JSON.stringify(namespaces.map((each) => lifeOfNamespace(each, snapshot))),
    answer: async ({ namespaces }, machine) => {
      const told = [];
      // One after another: all wait for the same thread, and others want it as well.
      for (const namespace of namespaces) {
        told.push({ namespace, ...(await tellInside(namespace, machine)) });
      }
      return { through: null, told, unreadable: {} };
    },
  }),

  process: handler(QUESTIONS.process, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: 500,
    lifetimeOf: ({ pid }, snapshot) => lifeOfProcess(pid, snapshot),
    answer: async ({ pid }, machine) => ({
      through: null,
      ...(await readProcess(pid, machine)),
    }),
  }),

  images: handler(QUESTIONS.images, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    // A container that came just now is in it.
    fresh: 0,
    answer: async ({ used }, machine) => ({
      through: null,
      ...(await machine.images(used === true ? 'used' : 'all')),
    }),
  }),

  image: handler(QUESTIONS.image, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    fresh: 0,
    answer: async ({ image }, machine) => ({
      through: null,
      ...(await answerImage(image, machine)),
    }),
  }),

  written: handler(QUESTIONS.written, {
    runs: [...A_MACHINE, 'recording'],
    // The engine looks at every file that they have written.
    deadline: 60_000,
    fresh: 10_000,
    answer: async ({ containers }, machine) => ({
      through: null,
      written: await answerWritten(containers, machine),
      unreadable: {},
    }),
  }),

  use: handler(QUESTIONS.use, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: 500,
    lifetimeOf: ({ container }, snapshot) => lifeOfContainer(container, snapshot),
    answer: ({ container }, machine) => answerUse(container, machine),
  }),

  uses: handler(QUESTIONS.uses, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: 500,
    answer: async ({ containers }, machine) => ({
      through: null,
      samples: await answerUses(containers, machine),
      unreadable: {},
    }),
  }),

  findings: handler(QUESTIONS.findings, {
    runs: A_MACHINE,
    // Everything is read of every container.
    deadline: 30_000,
    fresh: 2000,
    lifetimeOf: ({ container }, snapshot) =>
      container === undefined ? '' : lifeOfContainer(container, snapshot),
    answer: async ({ container }, machine) => ({
      through: null,
      ...(await answerFindings(container, machine)),
      unreadable: {},
    }),
  }),

  timeline: handler(QUESTIONS.timeline, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: 0,
    answer: async ({ since }, machine) => ({
      through: null,
      ...answerTimeline(since, machine),
      unreadable: {},
    }),
  }),

  compare: handler(QUESTIONS.compare, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: 0,
    answer: async (moments, machine) => ({
      through: null,
      ...answerCompare(moments, machine),
      unreadable: {},
    }),
  }),

  config: handler(QUESTIONS.config, {
    runs: A_MACHINE,
    deadline: 5000,
    // A limit can be changed while it runs.
    fresh: 500,
    lifetimeOf: ({ container }, snapshot) => lifeOfConfig(container, snapshot),
    answer: async ({ container }, machine) => ({
      through: null,
      ...(await answerConfig(container, machine)),
    }),
  }),

  reach: handler(QUESTIONS.reach, {
    runs: A_MACHINE,
    deadline: 10_000,
    // A rule that was changed just now counts.
    fresh: 0,
    lifetimeOf: (question, snapshot) => {
      const ends = endsOf(question, snapshot);
      const lives = ends?.map(({ network }) => lifeOfNamespace(network, snapshot));
      return lives === undefined || lives.includes(null) ? null : lives.join(' ');
    },
    answer: async (question, machine) => {
      const ends = endsOf(question, await machine.fresh());
      if (ends === null) throw new Error('one of the two ends ended meanwhile');
      return { through: null, ...(await answerReach(question, ends, machine)), unreadable: {} };
    },
  }),
};

async function readInside(namespace: NamespaceId, machine: Informant): Promise<Inside> {
  const snapshot = await machine.seen();
  const request = insideRequest(namespace, snapshot);
  const reading = request === null ? null : await machine.inside(request);
  return insideOf(namespace, snapshot, reading);
}

/** What one of several isolates, or why that is not told: the others are, all the same. */
async function tellInside(namespace: NamespaceId, machine: Informant) {
  if (lifeOfNamespace(namespace, await machine.seen()) === null) {
    return { refused: { code: 'gone' as const, message: 'no such namespace now' } };
  }
  try {
    return { inside: await readInside(namespace, machine) };
  } catch (error) {
    if (error instanceof NotInRecording) {
      return { refused: { code: 'not-in-recording' as const, message: error.message } };
    }
    const message = error instanceof Error ? error.message : String(error);
    return { refused: { code: 'failed' as const, message } };
  }
}

async function readProcess(pid: number, machine: Informant): Promise<Privileges> {
  const { processes } = await machine.seen();
  const known = processes.find((each) => each.pid === pid);
  const told =
    known === undefined ? null : await machine.privileges({ pid, startTicks: known.startTicks });
  if (told === null) throw new NotThere('it ended meanwhile');
  return told;
}

/** A number is used again: it is another process in another boot, and where it began at another time. */
function lifeOfProcess(pid: number, { bootId, processes }: Snapshot): string | null {
  const known = processes.find((each) => each.pid === pid);
  return known === undefined ? null : `${bootId} ${known.startTicks}`;
}

/** An inode is used again: it is another namespace in another boot, and where its lifetime is another. */
function lifeOfNamespace(id: NamespaceId, { bootId, namespaces }: Snapshot): string | null {
  const namespace = namespaces.find((each) => each.id === id);
  return namespace === undefined ? null : `${bootId} ${namespace.lifetime}`;
}
