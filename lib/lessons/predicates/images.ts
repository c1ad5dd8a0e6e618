import { Unreadable } from '../../findings/unreadable';
import type { Image } from '../../images/image';
import { QUESTIONS } from '../../questions/questions';
import { imageHistory, imageLayers } from '../../shell/proof';
import type { Decision, Shown } from '../decision';
import type { Arguments } from '../predicate';
import type { Witness } from '../witness';

export const image: Decision<Arguments['image']> = {
  holds: (witness, ref) => imageNamed(witness, ref) !== null,
  shown: (witness, ref) => layersShown(witness, ref),
};

/** The lowest of both are the same, and one at least has another one above. */
export const layersShared: Decision<Arguments['layers-shared']> = {
  holds: (witness, refs) => {
    for (const image of refs) witness.want('image', { image }, '');
    const [first, second] = refs.map((ref) => digestsOf(imageNamed(witness, ref)));
    if (!first || !second || first.length === 0 || first[0] !== second[0]) return false;
    return first.join(' ') !== second.join(' ');
  },
  shown: (witness, refs) => {
    const found = refs.flatMap((ref) => imageNamed(witness, ref) ?? []);
    const [first] = found;
    if (first === undefined || found.length < refs.length) return null;
    const lines = found.map((image, nth) => `${refs[nth] ?? ''}: ${shortIds(image).join(' ')}`);
    return { command: imageLayers(witness.snapshot, first, refs), value: lines.join('\n') };
  },
};

/** The image of this name; null: there is none. @throws Unreadable */
export function imageNamed(witness: Witness, ref: string): Image | null {
  try {
    return witness.ask('image', QUESTIONS.image, { image: ref }, '');
  } catch (error) {
    if (error instanceof Unreadable && error.reason === 'gone') return null;
    throw error;
  }
}

/** The lowest first; null: it is not there. @throws Unreadable */
function digestsOf(found: Image | null): string[] | null {
  if (found === null) return null;
  if (found.layers !== null) return found.layers.map(({ digest }) => digest);
  throw new Unreadable(found.unreadable.layers ?? 'ENODATA');
}

/** The first digits of its layers' ids, the lowest first: enough to see which are the same. */
function shortIds(image: Image): string[] {
  return (digestsOf(image) ?? []).map((digest) => digest.replace(/^sha256:/, '').slice(0, 8));
}

/** What made each of its layers, a line each, the highest first as the command has them. */
function layersShown(witness: Witness, ref: string): Shown | null {
  const found = imageNamed(witness, ref);
  if (found === null) return null;
  const lines = (found.layers ?? []).map(({ instruction, digest }) => instruction ?? digest);
  return {
    command: imageHistory(witness.snapshot, found, ref),
    value: lines.reverse().join('\n'),
  };
}
