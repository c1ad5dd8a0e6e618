import { Unreadable } from '../findings/unreadable';
import type { Image } from '../images/image';
import { leavesIn, valuesIn } from './forms';
import type { Step } from './lesson';
import { imageNamed } from './predicates/images';
import type { Run, Sight } from './run';
import { Witness } from './witness';

/** An image that a step tells of, as the lesson names it. */
export interface ImageTold {
  ref: string;
  /** Null: it is not there, or that is not known. */
  image: Image | null;
  /** Why it is not known, a word of lib/i18n's `unknownBecause`; else null. */
  because: string | null;
}

/** The images that a step's facts are about, in the order in which it names them; none: it is about something else. */
export function imagesTold(
  step: Pick<Step, 'id' | 'evidence'>,
  run: Run,
  sight: Sight,
): ImageTold[] {
  const witness = new Witness(run, step.id, sight);
  const named = step.evidence
    .flatMap(leavesIn)
    .filter(({ name }) => name === 'image' || name === 'layers-shared')
    .flatMap(({ value }) => valuesIn(value).map(String));
  return [...new Set(named)].map((ref) => {
    try {
      return { ref, image: imageNamed(witness, ref), because: null };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { ref, image: null, because: error.reason };
    }
  });
}
