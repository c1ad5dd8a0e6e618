import type { Image } from './image';

/**
 * An image of an engine that keeps images in containerd's store. That has each layer twice, as it came and unpacked, and
 * the size that it tells of a whole image counts either both or the former alone, as its version has it: what is
 * said of an image must not be held against its layers, whose sizes are those of the unpacked ones.
 */
export function withoutSize<T extends Pick<Image, 'bytes' | 'unreadable'>>(image: T): T {
  return { ...image, bytes: null, unreadable: { ...image.unreadable, bytes: 'containerd-store' } };
}
