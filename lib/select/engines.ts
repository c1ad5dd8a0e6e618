import type { Engine, EngineState } from '../model/host';

/** What is to be said of all engines in one word. */
export interface EnginesOutlook {
  /** That of the engine that does worst: what it last told may be old, or is not known at all. */
  state: EngineState;
  /** The engines that are in that state: all of them where all are well. */
  engines: readonly Engine[];
  /** Has every engine told its containers? Else that none is there, or no other, is not known. */
  complete: boolean;
}

/** Whatever is before a thing here is worse. */
export const WORST_FIRST: readonly EngineState[] = [
  'absent',
  'denied',
  'disconnected',
  'connecting',
  'connected',
];

/**
 * How the engines of a machine are doing, for header, summary and `data-engine`. Where not even a
 * place for one is known, none is there.
 */
export function enginesOutlook(engines: readonly Engine[]): EnginesOutlook {
  const state =
    WORST_FIRST.find((each) => engines.some((engine) => engine.state === each)) ?? 'absent';
  return {
    state,
    engines: engines.filter((engine) => engine.state === state),
    complete: state === 'connected',
  };
}
