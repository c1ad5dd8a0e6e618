import type { Attempt } from '@lib/model/host';
import type { Engine, EngineStatus } from './engine';

/** What an engine that is opened gets from the one who opens it. */
export interface EngineWishes {
  /** Called when anything that it tells has changed; can come many times in a row. */
  onChange: () => void;
  /** Is what stands at its place reached already, as another engine? Then it is not asked. */
  taken: () => boolean;
}

/** A place where an engine may be. */
export interface Candidate {
  /** Tells places apart: `unix:///run/docker.sock`. */
  url: string;
  /** What is said of the engine before it has answered. */
  first: EngineStatus;
  /** Which socket stands there now: equal where two paths lead to one; null where none does. */
  socket: () => string | null;
  open: (wishes: EngineWishes) => Engine;
  /** It is where every Docker has one: that it may not be asked is nothing to tell of beside those that answered. */
  ofDocker?: boolean;
}

/** Where engines may be, as far as that can be told without asking anybody. */
export interface EngineSearch {
  candidates: Candidate[];
  /** What was named and cannot be used at all. */
  refused: Attempt[];
  /** Places that come and go with people's sessions, as they are now. Left out: none are looked for. */
  others?: () => Candidate[];
}

/** `url (rule): why; …`: what was tried in vain, in one line. */
export function attemptsText(tried: readonly Attempt[]): string {
  return tried.map(({ url, from, reason }) => `${url} (${from}): ${reason}`).join('; ');
}
