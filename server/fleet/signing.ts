import { readFile } from 'node:fs/promises';
import {
  encodeAccount,
  encodeOperator,
  encodeUser,
  type Account,
  type OperatorLimits,
  type SigningKey,
} from '@nats-io/jwt';
import { createAccount, createOperator, fromSeed, type KeyPair } from '@nats-io/nkeys';
import * as z from 'zod/mini';
import { HUB_NAME } from '@lib/fleet/host-name';
import {
  hostPermissions,
  hubPermissions,
  NAME_IN_CREDENTIAL,
  type Permissions,
} from '@lib/fleet/permissions';
import { signedConf } from '@lib/fleet/server-conf';
import type { HostId } from '@lib/model/host';
import { parseFile } from './folder';

const seedSchema = z.string().check(z.regex(/^S[OA][A-Z2-7]{56}$/));
const accountKeySchema = z.string().check(z.regex(/^A[A-Z2-7]{55}$/));
const signedSchema = z.object({ seed: seedSchema, jwt: z.string() });

/**
 * The keys that sign: the operator's signs the account, and of the account's two one signs machines and the other hubs. What
 * either may sign is in the account as a template, so a name is all that a signature says.
 */
const signingSchema = z.object({
  operator: signedSchema,
  /** Its own seed is not kept: nothing is left for it to sign. */
  account: accountKeySchema,
  /** Of the account by which a server is told what to believe. */
  system: signedSchema,
  hostSigner: seedSchema,
  hubSigner: seedSchema,
});
export type Signing = z.infer<typeof signingSchema>;

/** Of an account: what is not said is nothing. */
const LIMITS: OperatorLimits = {
  subs: -1,
  data: -1,
  payload: -1,
  conn: -1,
  leaf: 0,
  imports: -1,
  exports: -1,
  wildcards: true,
  mem_storage: 0,
  disk_storage: 16 * 1024 * 1024,
  streams: -1,
  consumer: 0,
};

export async function newSigning(): Promise<Signing> {
  const operator = createOperator();
  const account = createAccount().getPublicKey();
  const system = createAccount();
  return {
    operator: {
      seed: seedOf(operator),
      jwt: await encodeOperator('nsview fleet', operator, {
        system_account: system.getPublicKey(),
      }),
    },
    account,
    system: {
      seed: seedOf(system),
      jwt: await encodeAccount(
        'system',
        system,
        { limits: { ...LIMITS, disk_storage: 0, streams: 0 } },
        { signer: operator },
      ),
    },
    hostSigner: seedOf(createAccount()),
    hubSigner: seedOf(createAccount()),
  };
}

/** @throws FleetError */
export async function readSigning(path: string): Promise<Signing> {
  return parseFile(await readFile(path, 'utf8'), path, (value) => signingSchema.safeParse(value));
}

/** @param host null: a hub @param publicKey of who is to connect */
export function userJwt(signing: Signing, host: HostId | null, publicKey: string): Promise<string> {
  const signer = pairOf(host === null ? signing.hubSigner : signing.hostSigner);
  return encodeUser(host ?? HUB_NAME, publicKey, signing.account, {}, { signer, scopedUser: true });
}

/** What counts about the account. @param revoked public keys, with the time in seconds up to which nothing about them counts */
export function accountJwt(
  { operator, account, hostSigner, hubSigner }: Signing,
  revoked: Readonly<Record<string, number>>,
): Promise<string> {
  const content: Partial<Account> = {
    limits: LIMITS,
    signing_keys: [
      scopedKey(hostSigner, 'host', hostPermissions(NAME_IN_CREDENTIAL)),
      scopedKey(hubSigner, HUB_NAME, hubPermissions()),
    ],
    revocations: { ...revoked },
  };
  return encodeAccount('fleet', account, content, { signer: pairOf(operator.seed) });
}

/** What a server is started with. */
export function signedAccounts({ operator, account, system }: Signing, jwt: string): string {
  const key = pairOf(system.seed).getPublicKey();
  return signedConf({
    operatorJwt: operator.jwt,
    account: { key: account, jwt },
    system: { key, jwt: system.jwt },
  });
}

/** Who may publish this, by the account that tells a server, and hear the answer. @param publicKey of it */
export function systemJwt(
  { system }: Signing,
  publicKey: string,
  { publish, subscribe }: Omit<Permissions, 'responses'>,
): Promise<string> {
  const rules = { pub: { allow: [...publish] }, sub: { allow: [...subscribe] } };
  return encodeUser('nsview fleet', publicKey, pairOf(system.seed), rules);
}

/** A key, and all that those may do whom it signs. */
function scopedKey(
  seed: string,
  role: string,
  { publish, subscribe, responses }: Permissions,
): SigningKey {
  const template = {
    subs: -1,
    data: -1,
    payload: -1,
    pub: { allow: [...publish] },
    sub: { allow: [...subscribe] },
    // Left out, for zeros mean what a server has for a default. In nanoseconds.
    ...(responses === null
      ? {}
      : { resp: { max: responses.most, ttl: responses.seconds * 1_000_000_000 } }),
  };
  return { kind: 'user_scope', key: pairOf(seed).getPublicKey(), role, template };
}

function pairOf(seed: string): KeyPair {
  return fromSeed(new TextEncoder().encode(seed));
}

function seedOf(pair: KeyPair): string {
  return new TextDecoder().decode(pair.getSeed());
}
