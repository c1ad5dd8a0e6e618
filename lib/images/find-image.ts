import type { Image } from './image';

/** The image with this id, a prefix of it of 12 digits, or this tag. */
export function findImage<T extends Pick<Image, 'id' | 'tags'>>(
  images: readonly T[],
  ref: string,
): T | null {
  const digits = ref.replace(/^sha256:/, '');
  const byId = ({ id }: T) => digits.length >= 12 && id.replace(/^sha256:/, '').startsWith(digits);
  // As Docker does: without a tag the latest is meant.
  const byTag = ({ tags }: T) => tags.includes(ref) || tags.includes(`${ref}:latest`);
  return images.find(byTag) ?? images.find(byId) ?? null;
}
