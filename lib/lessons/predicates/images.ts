import { Unreadable } from '../../findings/unreadable';
import type { Image } from '../../images/image';
import { QUESTIONS } from '../../questions/questions';
import { imageHistory } from '../../shell/proof';
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
    const [first, second] = refs.map((ref) => layersShown(witness, ref));
    if (!first || !second) return null;
    return {
      command: `${first.command}; ${second.command}`,
      value: `${first.value}\n\n${second.value}`,
    };
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

/** What made each of its layers, the highest first as the command has them. */
function layersShown(
  witness: Witness,
  ref: string,
): (Shown & { command: string; value: string }) | null {
  const found = imageNamed(witness, ref);
  if (found === null) return null;
  const lines = (found.layers ?? []).map(({ instruction, digest }) => instruction ?? digest);
  return {
    command: imageHistory(witness.snapshot, found, found.id),
    value: lines.reverse().join('\n'),
  };
}
