import * as z from 'zod/mini';

/** What a time namespace isolates: how far its clocks are ahead of the machine's, in nanoseconds. */
export const timeInsideSchema = z.object({
  type: z.literal('time'),
  monotonicNs: z.nullable(z.string()),
  boottimeNs: z.nullable(z.string()),
});
