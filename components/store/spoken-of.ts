import { create } from 'zustand';
import type { SpokenOf } from '@lib/lessons/spoken-of';

interface Spoken {
  /** The processes that the step of a lesson speaks of, by their number on the host; none: no lesson does. */
  spoken: ReadonlyMap<number, SpokenOf>;
  /** The mounts that it speaks of, by `mountKey`. */
  mounts: ReadonlySet<string>;
}

export const useSpokenOf = create<Spoken>()(() => ({ spoken: new Map(), mounts: new Set() }));

/** Says of which processes and mounts is spoken now; what is said again as it was changes nothing. */
export function speakOf(processes: readonly SpokenOf[], mounts: readonly string[]): void {
  const before = useSpokenOf.getState();
  const isSaid =
    processes.length === before.spoken.size &&
    processes.every(({ pid, state }) => before.spoken.get(pid)?.state === state);
  if (!isSaid) useSpokenOf.setState({ spoken: new Map(processes.map((each) => [each.pid, each])) });
  const now = new Set(mounts);
  const isSame = now.size === before.mounts.size && mounts.every((each) => before.mounts.has(each));
  if (!isSame) useSpokenOf.setState({ mounts: now });
}
