import { saidSize } from './said-size';
import type { Rates } from './use';

/** What is said of each rate that a device is held to, of how much in a second. */
export type RateWords = Readonly<Record<keyof Rates, (amount: string) => string>>;

const NAMES: readonly (keyof Rates)[] = ['readBytes', 'writtenBytes', 'reads', 'writes'];
const BYTES: ReadonlySet<keyof Rates> = new Set(['readBytes', 'writtenBytes']);

/** The rates that a device is held to, in words, in one order; none: nothing holds it back. */
export function saidRates(limits: Rates, words: RateWords): string[] {
  return NAMES.flatMap((name) => {
    const rate = limits[name];
    if (rate === undefined) return [];
    const amount = BYTES.has(name) ? saidSize(rate.perSecond).text : String(rate.perSecond);
    return [words[name](amount)];
  });
}
