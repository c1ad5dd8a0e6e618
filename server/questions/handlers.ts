import { insideOf, insideRequest } from '@lib/inside/inside';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { QUESTIONS, type QuestionName } from '@lib/questions/questions';
import { handler, type Handler } from './handler';

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
    answer: async ({ namespace }, machine) => {
      const snapshot = await machine.fresh();
      const request = insideRequest(namespace, snapshot);
      const reading = request === null ? null : await machine.inside(request);
      return insideOf(namespace, snapshot, reading);
    },
  }),
};

/** An inode is used again: it is another namespace in another boot, and where its lifetime is another. */
function lifeOfNamespace(id: NamespaceId, { bootId, namespaces }: Snapshot): string | null {
  const namespace = namespaces.find((each) => each.id === id);
  return namespace === undefined ? null : `${bootId} ${namespace.lifetime}`;
}
