import * as z from 'zod/mini';

/** What a UTS namespace isolates. Names are as the kernel has them: one that was never set is `(none)`. */
export const utsInsideSchema = z.object({
  type: z.literal('uts'),
  hostname: z.nullable(z.string()),
  /** Of NIS, which has nothing to do with DNS. */
  domainname: z.nullable(z.string()),
});
export type UtsInside = z.infer<typeof utsInsideSchema>;
