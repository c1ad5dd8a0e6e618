import type { HistoryEntry } from '../docker/reading';
import { makesNoLayer } from './instruction';

/** What is known of a layer. Null: more than one entry may have made it. */
export interface Made {
  bytes: number | null;
  createdBy: string | null;
}

/** Entries that made so many layers together, and nothing more is known. */
interface Stretch {
  entries: readonly HistoryEntry[];
  layers: number;
}

/** What an entry came to. */
export interface Came {
  makes: 'layer' | 'nothing' | 'unclear';
  /** Which layer it made, counted from 0 at the lowest; null: none, or it is not clear which. */
  layer: number | null;
}

interface Matched {
  /** The lowest first. */
  layers: Made[];
  /** In the order of the history. */
  entries: Came[];
}

const UNCLEAR: Made = { bytes: null, createdBy: null };
const MAY: Came = { makes: 'unclear', layer: null };
const NOTHING: Came = { makes: 'nothing', layer: null };

/**
 * Which entry of its history made which layer of an image. Nobody tells it: an entry of no bytes may or may
 * not have made one. It is exact between entries after which the number of layers is known; there, what has
 * bytes has made a layer, what only configures has not, and the rest follows if the numbers leave no choice.
 * Where they do, the layer is unclear, and never guessed.
 *
 * @param history oldest first
 * @param layers how many the image has; null: that is not told
 * @param layersOf image id → how many layers it has, of those that an entry names
 */
export function matchLayers(
  history: readonly HistoryEntry[],
  layers: number | null,
  layersOf: ReadonlyMap<string, number>,
): Matched {
  if (layers === null) return unclear(history, 0);
  const stretches = stretchesOf(history, layers, layersOf);
  // Some of what was told is wrong; which, nobody knows.
  if (stretches.some((each) => each.layers < 0)) return unclear(history, layers);
  const all: Matched = { layers: [], entries: [] };
  for (const each of stretches) {
    const below = all.layers.length;
    const { layers: made, entries } = madeIn(each);
    all.layers.push(...made);
    all.entries.push(
      ...entries.map(({ makes, layer }) => ({
        makes,
        layer: layer === null ? null : below + layer,
      })),
    );
  }
  return all;
}

function unclear({ length }: readonly unknown[], layers: number): Matched {
  return {
    layers: Array.from({ length: layers }, () => UNCLEAR),
    entries: Array.from({ length }, () => MAY),
  };
}

/** The history, cut where it is known how many layers there were. */
function stretchesOf(
  history: readonly HistoryEntry[],
  layers: number,
  layersOf: ReadonlyMap<string, number>,
): Stretch[] {
  const stretches: Stretch[] = [];
  let [from, before] = [0, 0];
  history.forEach(({ id }, nth) => {
    const isLast = nth === history.length - 1;
    const count = isLast ? layers : id === null ? undefined : layersOf.get(id);
    if (count === undefined) return;
    stretches.push({ entries: history.slice(from, nth + 1), layers: count - before });
    [from, before] = [nth + 1, count];
  });
  return history.length === 0 ? [{ entries: [], layers }] : stretches;
}

/** The layers of a stretch, each with the only entry that can have made it, counted from its own lowest. */
function madeIn({ entries, layers }: Stretch): Matched {
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && layers === 1) {
    return { layers: [madeBy(only)], entries: [{ makes: 'layer', layer: 0 }] };
  }
  const candidates = entries.filter((each) => mayMakeOne(each));
  const sure = candidates.filter(surelyMadeOne).length;
  /** So many of those that may have made a layer have. */
  const chosen = layers - sure;
  const open = candidates.length - sure;
  if (chosen < 0 || chosen > open) return unclear(entries, layers);
  const makers: HistoryEntry[][] = Array.from({ length: layers }, () => []);
  let [sureBefore, openBefore] = [0, 0];
  for (const each of candidates) {
    const isSure = surelyMadeOne(each);
    // Of the others that may have made one, so many did, some before this one and some after it.
    const rest = isSure ? chosen : chosen - 1;
    const openAfter = open - openBefore - (isSure ? 0 : 1);
    const [least, most] = [Math.max(0, rest - openAfter), Math.min(rest, openBefore)];
    for (let at = least; at <= most; at += 1) makers[sureBefore + at]?.push(each);
    if (isSure) sureBefore += 1;
    else openBefore += 1;
  }
  const cameTo = (entry: HistoryEntry): Came => {
    if (!candidates.includes(entry)) return NOTHING;
    const [place, ...others] = makers.flatMap((each, at) => (each.includes(entry) ? [at] : []));
    if (place === undefined) return NOTHING;
    if (!surelyMadeOne(entry) && chosen < open) return MAY;
    return { makes: 'layer', layer: others.length === 0 ? place : null };
  };
  return { layers: makers.map(madeByOneOf), entries: entries.map(cameTo) };
}

function mayMakeOne(entry: HistoryEntry): boolean {
  return surelyMadeOne(entry) || !makesNoLayer(entry.createdBy);
}

function surelyMadeOne({ bytes }: HistoryEntry): boolean {
  return bytes !== null && bytes > 0;
}

function madeBy({ bytes, createdBy }: HistoryEntry): Made {
  return { bytes, createdBy };
}

/** What they agree on. */
function madeByOneOf([first, ...others]: readonly HistoryEntry[]): Made {
  if (first === undefined) return UNCLEAR;
  const agree = others.every(({ bytes }) => bytes === first.bytes);
  return {
    bytes: agree ? first.bytes : null,
    createdBy: others.length === 0 ? first.createdBy : null,
  };
}
