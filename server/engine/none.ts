import type { Attempt, EngineState } from '@lib/model/host';
import type { EngineStatus } from './engine';
import { firstStatus } from './first-status';
import { attemptsText } from './search';

/** A place that was asked, and none there is an engine. */
interface Asked {
  /** What was said of it before it was asked. */
  first: EngineStatus;
  /** Is it where every Docker has a containerd? */
  ofDocker: boolean;
  status: EngineStatus;
}

/**
 * What stands for all places where none of them is an engine: the one that says most, with all that was tried.
 *
 * @param refused what was named and cannot be used at all
 */
export function statusOfNone(asked: readonly Asked[], refused: readonly Attempt[]): EngineStatus {
  const counted = asked.filter(tells);
  const state = stateOfNone(counted.map(({ status }) => status.state));
  // Not even a place to look at: what was named cannot be used.
  const first = asked[0]?.first ?? firstStatus('docker', refused[0]?.url ?? '');
  if (state === 'connecting') return first;
  const tried = [...refused, ...asked.flatMap(({ status }) => attemptsOf(status))];
  const inState = counted.find(({ status }) => status.state === state);
  return { ...(inState?.first ?? first), state, message: attemptsText(tried), tried };
}

/** A Docker's containerd runs on when Docker does not, and one without containers has nothing to show. */
function tells({ ofDocker, status: { state } }: Asked): boolean {
  return state === 'connecting' || (!ofDocker && state !== 'connected');
}

/** Why nothing came of it. A containerd that is connected and no engine all the same has nothing to show. */
function attemptsOf({ kind, state, endpoint, tried }: EngineStatus): readonly Attempt[] {
  if (state !== 'connected' || kind !== 'containerd') return tried;
  const reason = 'containerd answers, without containers';
  return [{ url: endpoint, from: 'containerd', problem: 'empty', reason }];
}

/** Refused by one is more than nobody there. */
function stateOfNone(states: readonly EngineState[]): EngineState {
  if (states.includes('connecting')) return 'connecting';
  if (states.includes('denied')) return 'denied';
  return states.every((state) => state === 'absent') ? 'absent' : 'disconnected';
}
