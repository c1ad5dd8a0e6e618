import { withoutReader } from '../select/without-reader';
import { compare } from '../timeline/compare';
import { nearestIn, snapshotAt, type Past } from '../recording/past';
import { NotThere, type Teller } from './handler';

/** Events that are told at once. */
const MOST = 1000;

/** What can be gone back to, and what happened since a moment. */
export function answerTimeline(since: number | undefined, machine: Pick<Teller, 'past'>) {
  const past = known(machine);
  const { startedAt, from, to, gaps, pins, size } = past;
  const asked = past.events().filter(({ at }) => at >= (since ?? 0));
  const told = asked.slice(-MOST);
  const earlier = asked.length - told.length;
  const pinned = pins.map((pin) => ({
    from: pin,
    to: (past.nextAt(past.indexAt(pin)) ?? to + 1) - 1,
  }));
  const lists = { gaps: [...gaps], pins: pinned, events: told };
  return { startedAt, from, to, size, earlier, ...lists };
}

interface Compared {
  from: number;
  to: number;
  /** With nsview's own reader; left out: without. */
  own?: boolean | undefined;
}

/** What is different between two moments, or those that are nearest to them. */
export function answerCompare({ own = false, ...asked }: Compared, machine: Pick<Teller, 'past'>) {
  const past = known(machine);
  const [from, to] = [nearestIn(past, asked.from), nearestIn(past, asked.to)];
  const at = (moment: number) => {
    const snapshot = snapshotAt(past, moment);
    return own ? snapshot : withoutReader(snapshot);
  };
  return { from, to, ...compare(at(from), at(to)) };
}

function known({ past }: Pick<Teller, 'past'>): Past {
  if (past === null) throw new NotThere('nothing is kept here: ask a server');
  return past;
}
