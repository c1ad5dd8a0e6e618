import { fromSeed } from '@nats-io/nkeys';
import { fleetHostSchema } from '@lib/fleet/host-name';
import type { HostId } from '@lib/model/host';
import type { CredentialsProblem } from '@lib/fleet/problems';

/** What lets one agent, or the hubs, connect: who it is, how it proves that, and who vouches for the server. */
export interface Credentials {
  /** Null: a hub's. */
  host: HostId | null;
  /** Of the key that it signs with: a secret. */
  seed: string;
  /** Says who this key is, where the server knows that by signatures; null where it has a list of keys. */
  jwt: string | null;
  /** Certificates, as PEM; null: one of those that the system trusts. */
  authority: string | null;
}

/** Why a file is none of credentials. */
export class CredentialsError extends Error {
  constructor(readonly problem: CredentialsProblem) {
    super(problem);
  }
}

const HOST = 'NSVIEW HOST';
const JWT = 'NATS USER JWT';
const SEED = 'USER NKEY SEED';
const CERTIFICATE = 'CERTIFICATE';

/** Characters, beyond which nobody's file of credentials is: a chain of certificates has some thousands. */
const MOST = 64 * 1024;

/** A block ends with the word that it began with; NATS's own end with a dash more. */
const BLOCK = /^-----BEGIN ([A-Z ]+)-----\r?\n([\s\S]*?)\r?\n-{5,6}END \1-{5,6}\s*$/gm;
const BEGINNING = /^-----BEGIN /gm;

/** @throws CredentialsError */
export function parseCredentials(text: string): Credentials {
  if (text.length > MOST) throw new CredentialsError('size');
  const blocks = [...text.matchAll(BLOCK)].map(([all, name = '', content = '']) => ({
    name,
    content: content.trim(),
    all: all.trim(),
  }));
  if (blocks.length < [...text.matchAll(BEGINNING)].length) throw new CredentialsError('cut');
  const only = (wanted: string): string | null => {
    const found = blocks.filter(({ name }) => name === wanted);
    if (found.length > 1) throw new CredentialsError('twice');
    return found[0]?.content ?? null;
  };
  const seed = only(SEED);
  if (seed === null) throw new CredentialsError('none');
  if (!isSeed(seed)) throw new CredentialsError('seed');
  const host = only(HOST);
  if (host !== null && !fleetHostSchema.safeParse(host).success) throw new CredentialsError('host');
  const jwt = only(JWT);
  if (jwt !== null && !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(jwt)) throw new CredentialsError('jwt');
  const authority = blocks.filter(({ name }) => name === CERTIFICATE).map(({ all }) => `${all}\n`);
  return { host, seed, jwt, authority: authority.length === 0 ? null : authority.join('') };
}

/** A whole one, of a user. */
function isSeed(text: string): boolean {
  if (!/^SU[A-Z2-7]+$/.test(text)) return false;
  try {
    fromSeed(new TextEncoder().encode(text)).clear();
    return true;
  } catch {
    return false;
  }
}

/** As a file. NATS's own programs take it as well: they look for its first two blocks. */
export function credentialsText({ host, seed, jwt, authority }: Credentials): string {
  return [
    ...(jwt === null ? [] : [`-----BEGIN ${JWT}-----\n${jwt}\n------END ${JWT}------\n`]),
    `-----BEGIN ${SEED}-----\n${seed}\n------END ${SEED}------\n`,
    ...(host === null ? [] : [`-----BEGIN ${HOST}-----\n${host}\n-----END ${HOST}-----\n`]),
    ...(authority === null ? [] : [authority]),
  ].join('\n');
}
