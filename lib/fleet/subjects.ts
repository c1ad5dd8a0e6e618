import type { HostId } from '../model/host';

/**
 * What is said under which name on NATS. A credential allows names of its own machine alone, so each of
 * these has the machine's id as a whole token.
 */

/** The key-value bucket of summaries: one key for each machine. */
const BUCKET = 'hosts';
/** The stream behind it: what NATS calls it. */
export const BUCKET_STREAM = `KV_${BUCKET}`;
/** Milliseconds, after which a summary is gone that no other one has followed. */
export const SUMMARY_LASTS = 60_000;

/**
 * Where an agent's summary is put, and nobody else's. It is published, and no acknowledgement comes: the bucket sends
 * none (`server/fleet/bucket.ts`).
 */
export function summarySubject(host: HostId): string {
  return `$KV.${BUCKET}.${host}`;
}

/** What hubs ask an agent. */
export function askSubject(host: HostId): string {
  return `nsview.v1.ask.${host}`;
}

/** What an agent tells all hubs while one of them looks on. */
export function liveSubject(host: HostId): string {
  return `nsview.v1.live.${host}`;
}

/** What answers come to that one who connects asked for: of each its own, or one could hear another's. */
export function inboxPrefix(name: string): string {
  return `_INBOX.${name}`;
}
