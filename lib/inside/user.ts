import * as z from 'zod/mini';
import { idMapRowSchema } from '../model/namespace';
import { SETGROUPS } from '../proc/setgroups';
import { namesInsideSchema } from './names';

/** What a user namespace isolates: whom its numbers are outside. */
export const userInsideSchema = z.object({
  type: z.literal('user'),
  /** Rows of inside, outside, length; as the reader's user namespace numbers what is outside. */
  uidMap: z.nullable(z.array(idMapRowSchema)),
  gidMap: z.nullable(z.array(idMapRowSchema)),
  /** May its processes change the groups that they are in? */
  setgroups: z.nullable(z.enum(SETGROUPS)),
  names: namesInsideSchema,
});
