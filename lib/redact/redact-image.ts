import type { Image } from '../images/image';
import { redactInstruction } from './redact-instruction';

/** A longer instruction is cut: a here-document can be a whole program. */
const LONGEST = 4000;

/**
 * An image without what is secret in the instructions that made its layers: build arguments stand in them. Long
 * ones are cut after that, for the half of a password would not look like one.
 *
 * @param args false: without them, which says that they were left out
 */
export function redactImage<T extends Pick<Image, 'layers' | 'steps' | 'unreadable'>>(
  image: T,
  args: boolean,
): T {
  const instructionOf = (told: string | null) =>
    args && told !== null ? shortened(redactInstruction(told)) : null;
  const without = <E extends { instruction: string | null }>(all: readonly E[] | null) =>
    all?.map((each) => ({ ...each, instruction: instructionOf(each.instruction) })) ?? null;
  const { layers, steps } = image;
  const unreadable = {
    ...image.unreadable,
    ...(args || layers === null ? {} : { 'layers.instruction': 'redacted' }),
    ...(args || steps === null ? {} : { 'steps.instruction': 'redacted' }),
  };
  return { ...image, layers: without(layers), steps: without(steps), unreadable };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
