import type { Image } from './image';

/** Where a name without one is looked for, in this order: Podman writes out what Docker leaves out. */
const HOMES = ['', 'localhost/', 'docker.io/library/'];

/** The image with this id, a prefix of it of 12 digits, or this tag, with or without where it is from. */
export function findImage<T extends Pick<Image, 'id' | 'tags'>>(
  images: readonly T[],
  ref: string,
): T | null {
  const digits = ref.replace(/^sha256:/, '');
  const byId = ({ id }: T) => digits.length >= 12 && id.replace(/^sha256:/, '').startsWith(digits);
  // As Docker does: without a tag the latest is meant.
  const names = HOMES.flatMap((home) => [`${home}${ref}`, `${home}${ref}:latest`]);
  const named = names.flatMap((name) => images.find(({ tags }) => tags.includes(name)) ?? []);
  return named[0] ?? images.find(byId) ?? null;
}
