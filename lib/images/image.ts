import * as z from 'zod/mini';
import { unreadableSchema } from '../model/unreadable';

export const layerSchema = z.object({
  digest: z.string(),
  bytes: z.nullable(z.number()),
  /** What made it, as the history of the image has it; null: not told, or not clear. */
  instruction: z.nullable(z.string()),
  /** Ids of the other images that have it and all below it. */
  sharedWith: z.array(z.string()),
});
export type Layer = z.infer<typeof layerSchema>;

/** A step of how an image was made, as its history has it. */
const stepSchema = z.object({
  /** As in its layers; null where that may not be shown. */
  instruction: z.nullable(z.string()),
  /** Of those that only configure there is no layer; of some it is not clear. */
  makes: z.enum(['layer', 'nothing', 'unclear']),
  /** Which of the layers it made, counted from 0 at the lowest; null: none, or it is not clear which. */
  layer: z.nullable(z.number()),
});
export type Step = z.infer<typeof stepSchema>;

/** An image that an engine has. */
export const imageSchema = z.object({
  engine: z.string(),
  id: z.string(),
  tags: z.array(z.string()),
  bytes: z.nullable(z.number()),
  /** The lowest first. */
  layers: z.nullable(z.array(layerSchema)),
  /** The oldest first; null as well in recordings of before these were told. */
  steps: z._default(z.nullable(z.array(stepSchema)), null),
  /** Ids of the containers that run from it; none: nobody does now. */
  containers: z.array(z.string()),
  unreadable: unreadableSchema,
});
export type Image = z.infer<typeof imageSchema>;

/**
 * The images of a machine. Keys of `unreadable`: `images.` and an engine that told none; `unused.` and one that told
 * none of those that no container runs from.
 */
export const imagesReadingSchema = z.object({
  images: z.array(imageSchema),
  unreadable: unreadableSchema,
});
export type ImagesReading = z.infer<typeof imagesReadingSchema>;

/** Which images are asked about: those that containers run from, or all that there are. */
export type WhoseImages = 'used' | 'all';

/** Whose own layer is asked about. */
export interface WrittenBy {
  engine: string;
  container: string;
}

/** What a container has written into its own layer, and its image not; null: not told. */
export const writtenSchema = z.object({
  engine: z.string(),
  container: z.string(),
  bytes: z.nullable(z.number()),
  unreadable: unreadableSchema,
});
export type Written = z.infer<typeof writtenSchema>;
