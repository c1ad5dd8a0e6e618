import { useEffect, useSyncExternalStore } from 'react';

export type PartState<T> = { is: 'absent' } | { is: 'failed' } | { is: 'there'; value: T };

const ABSENT = { is: 'absent' } as const;
const FAILED = { is: 'failed' } as const;

/** All there are, for {@link useTheRest}. */
const PARTS: { want: () => void }[] = [];

/**
 * A piece of the page's program that is fetched when it is first needed, or else when there is
 * nothing more urgent: the first picture does not wait for what it does not show.
 */
export class Part<T> {
  #state: PartState<T> = ABSENT;
  #fetching: Promise<T> | null = null;
  readonly #load: () => Promise<T>;
  readonly #listeners = new Set<() => void>();

  /** @param load imports it; called again if it failed */
  constructor(load: () => Promise<T>) {
    this.#load = load;
    PARTS.push(this);
  }

  readonly state = (): PartState<T> => this.#state;

  /** Calls back whenever the state becomes another one. Returns how to end that. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Fetches it, if it is neither there nor on its way. @throws if it cannot be had now */
  fetch(): Promise<T> {
    this.#fetching ??= this.#load().then(
      (value) => {
        this.#become({ is: 'there', value });
        return value;
      },
      (error: unknown) => {
        this.#fetching = null;
        this.#become(FAILED);
        throw error;
      },
    );
    return this.#fetching;
  }

  /** Fetches it for whoever looks at the state, which tells as well that it failed. */
  want(): void {
    this.fetch().catch(() => undefined);
  }

  #become(state: PartState<T>): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** The state of a part, which is needed from now on or as soon as it is `needed`. Nothing is there yet when React takes over the page. */
export function usePart<T>(part: Part<T>, needed = true): PartState<T> {
  useEffect(() => {
    if (needed) part.want();
  }, [part, needed]);
  return useSyncExternalStore(part.subscribe, part.state, () => ABSENT);
}

/** What a part holds, for whom it is no need: null while it is not there. */
export function useIfThere<T>(part: Part<T>): T | null {
  const state = useSyncExternalStore(part.subscribe, part.state, () => ABSENT);
  return state.is === 'there' ? state.value : null;
}

/** Once the page is `atRest`, fetches all that is not there yet: what is used later is there by then. */
export function useTheRest(atRest: boolean): void {
  useEffect(() => {
    if (!atRest) return;
    const timer = setTimeout(() => {
      // Those of the view on screen came last, and are needed first: a hand may be on its way. One that
      // fails now is tried again when it is needed.
      for (const part of PARTS.toReversed()) part.want();
    });
    return () => clearTimeout(timer);
  }, [atRest]);
}
