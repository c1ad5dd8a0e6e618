import * as z from 'zod/mini';

/** What can keep a namespace alive besides a process in it. */
export const HOLDER_KINDS = ['thread', 'mount', 'fd', 'socket'] as const;

/** Something that keeps a namespace alive. */
export const holderSchema = z.object({
  kind: z.enum(HOLDER_KINDS),
  /** The process whose thread or file it is, or one that sees the mount. */
  pid: z.nullable(z.int()),
  /** The file of /proc that shows it; of a mount, the mount point as that process sees it. */
  path: z.nullable(z.string()),
});
export type Holder = z.infer<typeof holderSchema>;
