import { insideOf, insideRequest, type Inside } from '../inside/inside';
import type { NamespaceId } from '../model/ids';
import { QUESTIONS } from '../questions/questions';
import { STANDS } from '../questions/stands';
import { handler, NotInRecording, type Handler, type Teller } from './handler';
import { answerImage, answerWritten } from './images';
import { lifeOfNamespace } from './life-of';
import { answerCompare, answerTimeline } from './past';

export const A_MACHINE = ['direct', 'container'] as const;

/** How questions are answered that a recording has the readings for, as a machine has. */
export const TOLD = {
  inside: handler(QUESTIONS.inside, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: STANDS,
    lifetimeOf: ({ namespace }, snapshot) => lifeOfNamespace(namespace, snapshot),
    answer: ({ namespace }, machine: Teller) => readInside(namespace, machine),
  }),

  insides: handler(QUESTIONS.insides, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    fresh: STANDS,
    lifetimeOf: ({ namespaces }, snapshot) =>
      JSON.stringify(namespaces.map((each) => lifeOfNamespace(each, snapshot))),
    answer: async ({ namespaces }, machine: Teller) => {
      const told = [];
      // One after another: all wait for the same thread, and others want it as well.
      for (const namespace of namespaces) {
        told.push({ namespace, ...(await tellInside(namespace, machine)) });
      }
      return { through: null, told, unreadable: {} };
    },
  }),

  images: handler(QUESTIONS.images, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    // A container that came just now is in it.
    fresh: 0,
    answer: async ({ used }, machine: Teller) => ({
      through: null,
      ...(await machine.details.images(used === true ? 'used' : 'all')),
    }),
  }),

  image: handler(QUESTIONS.image, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 10_000,
    fresh: 0,
    answer: async ({ image }, machine: Teller) => ({
      through: null,
      ...(await answerImage(image, machine.details)),
    }),
  }),

  written: handler(QUESTIONS.written, {
    runs: [...A_MACHINE, 'recording'],
    // The engine looks at every file that they have written.
    deadline: 60_000,
    fresh: STANDS,
    answer: async ({ containers }, machine: Teller) => ({
      through: null,
      written: await answerWritten(containers, machine),
      unreadable: {},
    }),
  }),

  timeline: handler(QUESTIONS.timeline, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: 0,
    answer: async ({ since }, machine: Teller) => ({
      through: null,
      ...answerTimeline(since, machine),
      unreadable: {},
    }),
  }),

  compare: handler(QUESTIONS.compare, {
    runs: [...A_MACHINE, 'recording'],
    deadline: 5000,
    fresh: 0,
    answer: async (moments, machine: Teller) => ({
      through: null,
      ...answerCompare(moments, machine),
      unreadable: {},
    }),
  }),
} satisfies Record<string, Handler<Teller>>;

async function readInside(namespace: NamespaceId, machine: Teller): Promise<Inside> {
  const snapshot = await machine.seen();
  const request = insideRequest(namespace, snapshot);
  const reading = request === null ? null : await machine.details.inside(request);
  return insideOf(namespace, snapshot, reading);
}

/** What one of several isolates, or why that is not told: the others are, all the same. */
async function tellInside(namespace: NamespaceId, machine: Teller) {
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
