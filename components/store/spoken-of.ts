import { create } from 'zustand';
import type { SpokenOf } from '@lib/lessons/spoken-of';

/** The processes that the step of a lesson speaks of, by their number on the host; none: no lesson does. */
export const useSpokenOf = create<{ spoken: ReadonlyMap<number, SpokenOf> }>()(() => ({
  spoken: new Map(),
}));

/** Says of which processes is spoken now; what is said again as it was changes nothing. */
export function speakOf(processes: readonly SpokenOf[]): void {
  const { spoken } = useSpokenOf.getState();
  const isSaid =
    processes.length === spoken.size &&
    processes.every(({ pid, state }) => spoken.get(pid)?.state === state);
  if (!isSaid) useSpokenOf.setState({ spoken: new Map(processes.map((each) => [each.pid, each])) });
}
