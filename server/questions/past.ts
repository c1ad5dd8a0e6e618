import { compare } from '@lib/timeline/compare';
import { nearestIn, snapshotAt, type Past } from '@lib/recording/past';
import { NotThere, type Informant } from './handler';

/** Events that are told at once. */
const MOST = 1000;

/** What can be gone back to, and what happened since a moment. */
export function answerTimeline(since: number | undefined, machine: Informant) {
  const past = known(machine);
  const { startedAt, from, to, gaps, pins, size } = past;
  const asked = past.events().filter(({ at }) => at >= (since ?? 0));
  const told = asked.slice(-MOST);
  const earlier = asked.length - told.length;
  const lists = { gaps: [...gaps], pins: [...pins], events: told };
  return { startedAt, from, to, size, earlier, ...lists };
}

/** What is different between two moments, or those that are nearest to them. */
export function answerCompare(asked: { from: number; to: number }, machine: Informant) {
  const past = known(machine);
  const [from, to] = [nearestIn(past, asked.from), nearestIn(past, asked.to)];
  return { from, to, ...compare(snapshotAt(past, from), snapshotAt(past, to)) };
}

function known({ past }: Informant): Past {
  if (past === null) throw new NotThere('nothing is kept here: ask a server');
  return past;
}
