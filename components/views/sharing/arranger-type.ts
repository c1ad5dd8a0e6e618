import type { arrange } from '@lib/layout/arrangement';

/** Finds arrangements, one after another. */
export interface Arranger {
  /** @throws where `arrange` of lib/layout does */
  arrange: (...asked: Parameters<typeof arrange>) => Promise<ReturnType<typeof arrange>>;
}
