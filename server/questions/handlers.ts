import { handler, NotThere, type Handler, type Informant } from '@lib/asking/handler';
import {
  endsOf,
  lifeOfContainer,
  lifeOfNamespace,
  lifeOfProcess,
  lifeOfReach,
} from '@lib/asking/life-of';
import { A_MACHINE, TOLD } from '@lib/asking/told';
import type { Privileges } from '@lib/privileges/privileges';
import { QUESTIONS, type QuestionName } from '@lib/questions/questions';
import { STANDS } from '@lib/questions/stands';
import { answerConfig, lifeOfConfig } from './config';
import { answerFindings } from './findings';
import { answerReach } from './reach';
import { answerUse, answerUses } from './use';

/** How each question is answered. */
export const HANDLERS: Record<QuestionName, Handler> = {
  usage: handler(QUESTIONS.usage, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: STANDS,
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

  ...TOLD,

  process: handler(QUESTIONS.process, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: STANDS,
    lifetimeOf: ({ pid }, snapshot) => lifeOfProcess(pid, snapshot),
    answer: async ({ pid }, machine) => ({
      through: null,
      ...(await readProcess(pid, machine)),
    }),
  }),

  use: handler(QUESTIONS.use, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: STANDS,
    lifetimeOf: ({ container }, snapshot) => lifeOfContainer(container, snapshot),
    answer: ({ container }, machine) => answerUse(container, machine),
  }),

  uses: handler(QUESTIONS.uses, {
    runs: A_MACHINE,
    deadline: 5000,
    fresh: STANDS,
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

  config: handler(QUESTIONS.config, {
    runs: A_MACHINE,
    deadline: 5000,
    // A limit can be changed while it runs.
    fresh: STANDS,
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
    lifetimeOf: lifeOfReach,
    answer: async (question, machine) => {
      const ends = endsOf(question, await machine.fresh());
      if (ends === null) throw new Error('one of the two ends ended meanwhile');
      return { through: null, ...(await answerReach(question, ends, machine)), unreadable: {} };
    },
  }),
};

async function readProcess(pid: number, machine: Informant): Promise<Privileges> {
  const { processes } = await machine.seen();
  const known = processes.find((each) => each.pid === pid);
  const told =
    known === undefined
      ? null
      : await machine.details.privileges({ pid, startTicks: known.startTicks });
  if (told === null) throw new NotThere('it ended meanwhile');
  return told;
}
