import * as z from 'zod/mini';
import { fleetHostSchema } from './host-name';

const publicKeySchema = z.string().check(z.regex(/^U[A-Z2-7]{55}$/));

/** What a fleet's folder is known by, and who is in the fleet. It has no secrets. */
export const fleetFileSchema = z.object({
  format: z.literal('nsview-fleet'),
  version: z.literal(1),
  /** Does the server have a list of keys, or does it believe signatures? */
  credentials: z.enum(['keys', 'signing']),
  /** Under which names and addresses the server is reached; the first is the one to tell. */
  addresses: z.array(z.string()).check(z.minLength(1)),
  port: z.int().check(z.gte(1), z.lte(65535)),
  /** The hubs' public key. */
  hub: publicKeySchema,
  /** The public key of each machine. */
  hosts: z.record(fleetHostSchema, publicKeySchema),
  /** Keys that were signed and are believed no more, each with when that was, in seconds since 1970; none where there is a list. */
  revoked: z.record(publicKeySchema, z.int()),
});
export type FleetFile = z.infer<typeof fleetFileSchema>;

/** Where the server of a fleet is, as agents and hubs are told. */
export function serverUrl({ addresses: [address = ''], port }: FleetFile): string {
  return `tls://${address.includes(':') ? `[${address}]` : address}:${port}`;
}
