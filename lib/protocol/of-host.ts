import * as z from 'zod/mini';
import { hostIdSchema, type HostId } from '../model/host';

/** A message with the host that it is about. */
export type OfHost<T> = { host: HostId } & T;

/** The schema of such a message. */
export function ofHost<S extends z.ZodMiniType>(schema: S) {
  return z.intersection(z.object({ host: hostIdSchema }), schema);
}

/** An event map as socket.io types it, from a table of schemas. */
export type EventsOf<T extends Record<string, z.ZodMiniType>> = {
  [E in keyof T]: (message: z.infer<T[E]>) => void;
};
