import type { Address } from './endpoint';
import type { Rhythm } from './rhythm';

/** How often something is done about the engine at an address: more often while somebody looks at us. */
export class Pace {
  watched = false;

  constructor(
    readonly rhythm: Rhythm,
    private readonly address: Address,
  ) {}

  /** Milliseconds from one look at the socket's file to the next. */
  look(): number {
    return this.watched ? this.rhythm.look : this.rhythm.ping;
  }

  ping(): number {
    const { ping, pingOften } = this.rhythm;
    return this.watched && this.address.kind === 'tcp' ? pingOften : ping;
  }

  /** @param told by events what happens: then a list is for what they missed */
  list(told: boolean): number {
    const { relist, relistOften } = this.rhythm;
    return !told && this.watched ? relistOften : relist;
  }
}
