import { decide } from '../lessons/decide';
import { containersIn, leavesIn } from '../lessons/forms';
import type { Predicate } from '../lessons/predicate';
import type { Run, Truth } from '../lessons/run';
import { Witness } from '../lessons/witness';
import type { Snapshot } from '../model/snapshot';
import type { AskedQuestion, Outcome } from '../protocol/ask';
import type { Asked } from '../protocol/asked';
import { findContainer } from '../model/container-ref';

/** What is asked once leads to the next question at most so often. */
const ROUNDS = 4;

/**
 * Is what a figure is about so at its moment? Containers go by their names.
 *
 * @param ask answers questions about that moment
 */
export async function truthOf(
  predicate: Predicate,
  snapshot: Snapshot,
  ask: (question: AskedQuestion) => Promise<Outcome>,
): Promise<Truth> {
  const run = runOf(predicate, snapshot);
  const answers = new Map<string, Asked<unknown>>();
  for (let round = 1; ; round += 1) {
    const witness = new Witness(run, '', { snapshot, answers, at: Date.parse(snapshot.takenAt) });
    const truth = decide(predicate, witness);
    const wanted = [...witness.wanted.values()].filter(({ key }) => !answers.has(key));
    if (wanted.length === 0 || round === ROUNDS) return truth;
    for (const { key, question } of wanted) {
      const outcome = await ask(question);
      answers.set(
        key,
        'answer' in outcome
          ? { is: 'answered', answer: outcome.answer }
          : { is: 'refused', code: outcome.error.code },
      );
    }
  }
}

/** A way through a lesson without steps, in which each name stands for who has it. */
function runOf(predicate: Predicate, snapshot: Snapshot): Run {
  const names = leavesIn(predicate).flatMap(containersIn);
  const bound = names.flatMap((name) => {
    const container = findContainer(snapshot, name);
    return container === null ? [] : [[name, { id: container.id, engine: container.engine }]];
  });
  return {
    ...{ lesson: '', bootId: snapshot.bootId, suffix: '', heard: [], foreign: {}, steps: {} },
    bound: Object.fromEntries(bound),
  };
}
