import type { Transport } from '../reach/packet';

/** By which protocol, and at which port, it is asked who reaches whom. */
export interface ReachState {
  protocol: Transport;
  /** Null: any. */
  port: number | null;
}

/** What is asked where nobody said otherwise. */
export const DEFAULT_REACH: ReachState = { protocol: 'tcp', port: null };

/** Reads `tcp`, or `udp:53`; null: it is neither. */
export function parseReach(text: string): ReachState | null {
  const [, protocol, port] = /^(tcp|udp)(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (protocol === undefined) return null;
  const number = port === undefined ? null : Number(port);
  if (number === 0 || (number ?? 1) > 65_535) return null;
  return { protocol: protocol === 'udp' ? protocol : 'tcp', port: number };
}

export function formatReach({ protocol, port }: ReachState): string {
  return port === null ? protocol : `${protocol}:${String(port)}`;
}
