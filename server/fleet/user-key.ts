import { createUser } from '@nats-io/nkeys';

/** A new key of one who may connect. */
export interface UserKey {
  publicKey: string;
  /** A secret. */
  seed: string;
}

export function newUserKey(): UserKey {
  const pair = createUser();
  const key = { publicKey: pair.getPublicKey(), seed: new TextDecoder().decode(pair.getSeed()) };
  pair.clear();
  return key;
}
