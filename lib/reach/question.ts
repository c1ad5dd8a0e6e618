import type { NamespaceId } from '../model/ids';
import type { Process } from '../model/process';
import type { Address } from './address';
import type { Endpoint } from './endpoint';
import type { Transport } from './packet';
import type { Budget } from './place';
import type { Change, Hop } from './said';
import type { Networks } from './wires';

/** What is asked. */
export interface ReachQuestion {
  from: Endpoint;
  to: Endpoint;
  protocol: Transport;
  /** Null: any; then nobody has to listen. */
  port: number | null;
}

/** What it is worked out from. */
export interface Known {
  networks: Networks;
  borders: ReadonlySet<NamespaceId>;
  /** Of rules that are looked at, for all that is worked out from this. */
  budget: Budget;
  processes: ReadonlyMap<number, Pick<Process, 'comm' | 'args'>>;
}

export type Verdict = 'yes' | 'no' | 'unknown';

export interface Reach {
  verdict: Verdict;
  hops: Hop[];
  changes: Change[];
}

/** Where the first packet is sent, and from where. */
export interface Attempt {
  destination: Address;
  port: number | null;
}
