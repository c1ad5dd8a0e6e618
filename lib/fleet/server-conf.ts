import type { Permissions } from './permissions';

/** Where the parts of a fleet are, as absolute paths. */
export interface ServerFiles {
  certificate: string;
  key: string;
  /** Where the bucket is kept. */
  storage: string;
  /** The server writes its process id there. */
  pid: string;
}

/** A value as nats-server reads it: in quotes nothing but quotes and backslashes means anything. */
function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}

function list(subjects: readonly string[]): string {
  return `[${subjects.map(quoted).join(', ')}]`;
}

/** What nats-server is started with; who may connect is in a file beside it, which is written anew. */
export function serverConf(port: number, accounts: string, files: ServerFiles): string {
  return `# Made by nsview fleet init, for: nats-server -c THIS FILE
port: ${port}
pid_file: ${quoted(files.pid)}

tls {
  cert_file: ${quoted(files.certificate)}
  key_file: ${quoted(files.key)}
  # Seconds: a whole class connects at once, and the machine may be small.
  timeout: 10
}

# One bucket of summaries, 2 MB.
jetstream {
  store_dir: ${quoted(files.storage)}
  max_file_store: 16MB
  max_memory_store: 1MB
}

max_payload: 1MB
# Of one connection.
max_subscriptions: 256

include ${quoted(accounts)}
`;
}

/** One who may connect, by a public key. */
export interface KeyHolder {
  name: string;
  key: string;
  permissions: Permissions;
}

/** Who may connect where the server has a list of keys; nobody else may. */
export function keysConf(holders: readonly KeyHolder[]): string {
  return `# Written by nsview fleet: what is changed here by hand is lost.
authorization {
  timeout: 10
  users: [
${holders.map(holderConf).join('\n')}
  ]
}
`;
}

function holderConf({ name, key, permissions: { publish, subscribe, responses } }: KeyHolder) {
  const answers =
    responses === null
      ? ''
      : `\n      allow_responses: { max: ${responses.most}, expires: "${responses.seconds}s" }`;
  return `    # ${name}
    { nkey: ${key}, permissions: {
      publish: { allow: ${list(publish)} }
      subscribe: { allow: ${list(subscribe)} }${answers}
    } }`;
}

/** Who may connect where an operator's signatures say so. All but the account's JWT stays as it is. */
export function signedConf(signed: {
  operatorJwt: string;
  account: { key: string; jwt: string };
  system: { key: string; jwt: string };
}): string {
  const { operatorJwt, account, system } = signed;
  return `# Written by nsview fleet: what is changed here by hand is lost.
operator: ${operatorJwt}
system_account: ${system.key}
resolver: MEMORY
resolver_preload: {
  ${account.key}: ${account.jwt}
  ${system.key}: ${system.jwt}
}
`;
}
