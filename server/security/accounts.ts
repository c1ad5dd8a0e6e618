import type { OwnerOf, Ends } from '../proc/connection-owner';

/**
 * The accounts of this machine that may look as they are: on a machine of many, 127.0.0.1 is
 * everybody's. The kernel tells whose a connection is, once for each, so there is nothing to type.
 */
export class Accounts {
  /** Of connections that are kept open nobody is asked again; what is known of one ends with it. */
  readonly #known = new WeakMap<object, number | null>();

  /** @param admitted uids */
  constructor(
    readonly admitted: ReadonlySet<number>,
    readonly ownerOf: OwnerOf,
  ) {}

  /** The uid of who is at the other end; null where that cannot be told. */
  of(connection: Ends): number | null {
    const known = this.#known.get(connection);
    if (known !== undefined) return known;
    const uid = this.ownerOf(connection);
    this.#known.set(connection, uid);
    return uid;
  }

  admit(connection: Ends): boolean {
    const uid = this.of(connection);
    return uid !== null && this.admitted.has(uid);
  }
}
