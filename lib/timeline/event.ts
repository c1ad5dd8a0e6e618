import * as z from 'zod/mini';
import { namespaceTypeSchema } from '../model/namespace-type-schema';

/** What happens to a container, in the order in which things of one moment are told. */
export const HAPPENINGS = [
  'removed',
  'stopped',
  'created',
  /** Another one of the name came. */
  'recreated',
  'started',
  /** It is in other namespaces that have the numbers of those that it was in before. */
  'renewed',
  'left',
  'joined',
] as const;
export const happeningSchema = z.enum(HAPPENINGS);
export type Happening = z.infer<typeof happeningSchema>;

/** Something that happened to a container. Process counts that change are none. */
export const timelineEventSchema = z.object({
  /** Milliseconds since the start of what it is in. */
  at: z.int().check(z.nonnegative()),
  what: happeningSchema,
  container: z.object({ key: z.string(), name: z.string() }),
  /** Of `renewed`, `left` and `joined`: of which types. */
  types: z.array(namespaceTypeSchema),
  /** Of `left` and `joined`: the names of those whose namespace it is; none: the host's. */
  others: z.array(z.string()),
});
export type TimelineEvent = z.infer<typeof timelineEventSchema>;
