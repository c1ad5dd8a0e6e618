import type { RateWords } from './said-rates';

/** What is said in one language of what a container uses. */
export interface UseWords {
  titles: readonly [what: string, used: string, limit: string, from: string, did: string];
  memory: string;
  cpu: string;
  pids: string;
  disk: string;
  none: string;
  /** @param why an errno or another reason */
  unknown: (why: string) => string;
  peak: (used: string, peak: string) => string;
  cores: (cores: string) => string;
  killed: (n: number) => string;
  throttled: (n: number, of: number, seconds: string) => string;
  refused: (n: number) => string;
  moved: (read: string, written: string) => string;
  perSecond: RateWords;
  frozen: string;
  machine: (memory: string, cpus: string) => string;
}
