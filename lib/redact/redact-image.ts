import type { Image } from '../images/image';
import { redactText } from './redact-args';

/**
 * An image without what is secret in the instructions that made its layers: build arguments stand in them.
 *
 * @param args false: without them, which says that they were left out
 */
export function redactImage<T extends Pick<Image, 'layers' | 'unreadable'>>(
  image: T,
  args: boolean,
): T {
  if (image.layers === null) return image;
  const instructionOf = (told: string | null) => (args && told !== null ? redactText(told) : null);
  const layers = image.layers.map((layer) => ({
    ...layer,
    instruction: instructionOf(layer.instruction),
  }));
  const unreadable = args
    ? image.unreadable
    : { ...image.unreadable, 'layers.instruction': 'redacted' };
  return { ...image, layers, unreadable };
}
