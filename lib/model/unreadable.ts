import * as z from 'zod/mini';

/** For a field that is null because it could not be read: its name and the errno, e.g. `EACCES`. */
export const unreadableSchema = z.record(z.string(), z.string());
export type Unreadable = z.infer<typeof unreadableSchema>;
