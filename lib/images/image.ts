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

/** An image that containers run from. */
export const imageSchema = z.object({
  engine: z.string(),
  id: z.string(),
  tags: z.array(z.string()),
  bytes: z.nullable(z.number()),
  /** The lowest first. */
  layers: z.nullable(z.array(layerSchema)),
  /** Ids of the containers that run from it. */
  containers: z.array(z.string()),
  unreadable: unreadableSchema,
});
export type Image = z.infer<typeof imageSchema>;

/** What the containers of a machine run from. Keys of `unreadable`: `images.` and an engine that told none. */
export const imagesReadingSchema = z.object({
  images: z.array(imageSchema),
  unreadable: unreadableSchema,
});
export type ImagesReading = z.infer<typeof imagesReadingSchema>;

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
