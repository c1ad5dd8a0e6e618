import type { Address } from './address';

/** The packet gets another address or port, of where it goes to or where it comes from. */
export interface Translation {
  is: 'translated';
  how: 'to' | 'from' | 'masquerade' | 'redirect';
  /** Null: it stays, or is one of the network's own. */
  address: Address | null;
  port: number | null;
}

/** What a rule says of a packet. */
export type Verdict = { is: 'accepted' } | { is: 'dropped' } | { is: 'rejected' } | Translation;
