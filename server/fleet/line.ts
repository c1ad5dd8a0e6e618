import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import {
  AuthorizationError,
  connect,
  jwtAuthenticator,
  nkeyAuthenticator,
  TimeoutError,
  UserAuthenticationExpiredError,
  type Authenticator,
  type NatsConnection,
  type NodeConnectionOptions,
} from '@nats-io/transport-node';
import { HUB_NAME } from '@lib/fleet/host-name';
import type { LineProblem } from '@lib/fleet/problems';
import { inboxPrefix } from '@lib/fleet/subjects';
import type { Credentials } from './credentials';

/** Milliseconds, in which a server answers or is taken to hang: clients that wait longer do not notice in half a minute. */
const ANSWERS_WITHIN = 1000;
/** Milliseconds between two attempts to connect again, and up to as many more: all agents of a fleet lose it at once. */
const AGAIN_AFTER = 500;

export interface LineOptions {
  /** Where the servers are, e.g. `tls://nats.example:4222`: one of them is enough. */
  to: string | readonly string[];
  credentials: Credentials;
  /** Gives up the attempt, and closes the line that came of it. */
  signal?: AbortSignal;
}

/** Why there is no line. */
export class LineError extends Error {
  constructor(
    readonly problem: LineProblem,
    /** In the words of the system. */
    override readonly message: string,
  ) {
    super(message);
  }
}

/**
 * A line to the server of a fleet, over TLS but where all are `nats://`. Once it is there it is connected again for ever, also where a server
 * refuses what it took before: that is told as a status of it. What is published while it is cut off is kept without a
 * limit, so a caller stops publishing then.
 *
 * @throws LineError where there is none at first, within about a second for each address
 */
export async function openLine({ to, credentials, signal }: LineOptions): Promise<NatsConnection> {
  signal?.throwIfAborted();
  const servers = typeof to === 'string' ? [to] : [...to];
  try {
    const line = await connect(lineOptions(servers, credentials));
    if (signal?.aborted === true) {
      await line.close();
      signal.throwIfAborted();
    }
    signal?.addEventListener('abort', () => void line.close(), { once: true });
    return line;
  } catch (error) {
    signal?.throwIfAborted();
    throw new LineError(problemOf(error), error instanceof Error ? error.message : String(error));
  }
}

function lineOptions(servers: string[], credentials: Credentials): NodeConnectionOptions {
  const name = credentials.host ?? HUB_NAME;
  const tls = {
    ...(credentials.authority === null ? {} : { ca: credentials.authority }),
    checkServerIdentity: identityCheck(servers.map(hostOf)),
  };
  // One on this very machine may do without: nobody is on the way there.
  const isPlain = servers.every((server) => server.startsWith('nats://'));
  return {
    servers,
    name,
    ...(isPlain ? {} : { tls }),
    authenticator: authenticatorOf(credentials),
    inboxPrefix: inboxPrefix(name),
    noEcho: true,
    timeout: ANSWERS_WITHIN,
    pingInterval: ANSWERS_WITHIN,
    maxPingOut: 1,
    maxReconnectAttempts: -1,
    reconnectTimeWait: AGAIN_AFTER,
    reconnectJitterTLS: AGAIN_AFTER,
    // A server that has too much to do refuses in the same words as one that does not know us.
    ignoreAuthErrorAbort: true,
    // What servers tell of each other are addresses of their own network.
    ignoreClusterUpdates: true,
    noAsyncTraces: true,
  };
}

function authenticatorOf({ seed, jwt }: Credentials): Authenticator {
  const bytes = new TextEncoder().encode(seed);
  return jwt === null ? nkeyAuthenticator(bytes) : jwtAuthenticator(jwt, bytes);
}

/**
 * The certificate has to be for one of the hosts that we were told of. What would be checked else is a name that
 * was looked up; of an address it is "localhost".
 */
function identityCheck(hosts: readonly string[]) {
  return (_name: string, certificate: PeerCertificate): Error | undefined => {
    const errors = hosts.map((host) => checkServerIdentity(host, certificate));
    return errors.includes(undefined) ? undefined : errors[0];
  };
}

/** Of `tls://[::1]:4222`: `::1`. */
function hostOf(server: string): string {
  const address = server.replace(/^[a-z]+:\/\//, '');
  return /^\[(.+)\]/.exec(address)?.[1] ?? address.replace(/:\d*$/, '');
}

const UNTRUSTED = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_SIGNATURE_FAILURE',
  'INVALID_CA',
]);

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
]);

function problemOf(error: unknown): LineProblem {
  if (error instanceof AuthorizationError || error instanceof UserAuthenticationExpiredError) {
    return 'refused';
  }
  if (error instanceof TimeoutError) return 'unreachable';
  const code = codeOf(error);
  if (UNTRUSTED.has(code)) return 'authority';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'name';
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'date';
  if (UNREACHABLE.has(code)) return 'unreachable';
  // The library has no type for this one.
  return error instanceof Error && error.message.includes("'tls'") ? 'plain' : 'other';
}

/** Of an error or of what caused it; empty where there is none. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return 'code' in error && typeof error.code === 'string' ? error.code : codeOf(error.cause);
}
