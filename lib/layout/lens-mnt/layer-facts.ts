import type { Layer } from '../../images/image';
import { imageOfContainer, type LayersTold } from '../../images/layers-told';
import type { Messages } from '../../i18n/messages';
import { containerKey } from '../../model/ids';
import type { Column } from './columns';

/** Something that is asked for: it came, it is on its way, or why it is not told. */
export type Fact<T> = { is: 'known'; value: T } | { is: 'asked' } | { is: 'unknown'; why: string };

/** What made a layer, and what it takes; `why` tells why one of them is null. */
export type Made = Pick<Layer, 'bytes' | 'instruction'> & { why: string | undefined };

/** What is known of the layers of all columns. */
export interface LayerFacts {
  /** By the directory that it is mounted from: what made the layer, and what it takes. */
  made: ReadonlyMap<string, Made>;
  /** By a column's key: why nothing is known of its layers. */
  unknown: ReadonlyMap<string, string>;
  /** Some are on their way. */
  asked: boolean;
}

/**
 * What is known of layers. Which directory is which layer nobody tells: it goes by its place, so there have to
 * be as many of them as the image has, and one directory has to be the same layer to all.
 */
export function layerFacts(
  columns: readonly Column[],
  told: LayersTold,
  messages: Messages,
): LayerFacts {
  const layers = new Map<string, Layer & Made>();
  const odd = new Set<string>();
  const unknown = new Map<string, string>();
  let asked = false;
  for (const { key, boxes, stack } of columns) {
    const [member] = boxes[0].members;
    if (stack === null || member === undefined) continue;
    const image = imageOfContainer(member, told);
    if (image.is === 'asked') asked = true;
    if (image.is === 'refused') unknown.set(key, messages.imageLayers.refused(image.code));
    if (image.is === 'unread') unknown.set(key, messages.inside.unknown(image.why));
    if (image.is !== 'answered') continue;
    const of = image.answer.layers;
    if (of === null) {
      unknown.set(key, messages.inside.unknown(image.answer.unreadable.layers));
    } else if (of.length !== stack.layers.length) {
      unknown.set(key, messages.imageLayers.mismatch(of.length, stack.layers.length));
    } else {
      stack.layers.forEach((directory, nth) => {
        const [before, layer] = [layers.get(directory), of[nth]];
        if (layer === undefined) return;
        const now = { ...layer, why: image.answer.unreadable['layers.instruction'] };
        if (before !== undefined && before.digest !== now.digest) odd.add(directory);
        layers.set(directory, before === undefined ? now : bothKnow(before, now));
      });
    }
  }
  const made = [...layers].filter(([directory]) => !odd.has(directory));
  return { made: new Map(made), unknown, asked };
}

/** What is clear from one image need not be from another that has the same layer. */
function bothKnow(one: Layer & Made, other: Layer & Made): Layer & Made {
  return {
    ...one,
    bytes: one.bytes ?? other.bytes,
    instruction: one.instruction ?? other.instruction,
  };
}

/** What the containers of a column have written, together. */
export function writtenOf(
  { boxes }: Column,
  { written }: LayersTold,
  messages: Messages,
): Fact<number> {
  let sum = 0;
  for (const { members } of boxes) {
    for (const member of members) {
      const asked = written.get(containerKey(member)) ?? { is: 'asked' };
      if (asked.is === 'asked') return asked;
      if (asked.is === 'refused')
        return { is: 'unknown', why: messages.imageLayers.refused(asked.code) };
      const { bytes, unreadable } = asked.answer;
      if (bytes === null) return { is: 'unknown', why: messages.inside.unknown(unreadable.bytes) };
      sum += bytes;
    }
  }
  return { is: 'known', value: sum };
}

/** What layers take, each once; null: it is not known of all. */
export function bytesOf(
  layers: Iterable<string>,
  { made }: Pick<LayerFacts, 'made'>,
): number | null {
  let sum = 0;
  for (const layer of layers) {
    const bytes = made.get(layer)?.bytes ?? null;
    if (bytes === null) return null;
    sum += bytes;
  }
  return sum;
}
