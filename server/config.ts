import { parseArgs } from 'node:util';
import { languageFor, messagesFor, type Messages } from '@lib/i18n/messages';

/** What the command line and the environment ask for. This file alone reads them. */
export interface Config {
  port: number;
  host: string;
  tokenFile: string | null;
  /** `--docker`: null to find the endpoint as the docker command does. */
  docker: string | null;
  allowedHosts: string[];
  /** Read the arguments of processes? */
  args: boolean;
  dev: boolean;
  /** What endpoint discovery looks at. */
  environment: Readonly<Record<string, string | undefined>>;
  messages: Messages;
}

/** A mistake in how nsview was called: its message is the one line to print, exit code 2. */
export class UsageError extends Error {}

const OPTIONS = {
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  'token-file': { type: 'string' },
  docker: { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'no-args': { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** @returns `help`: the text that was asked for instead. @throws UsageError */
export function readConfig(
  argv: readonly string[],
  environment: Config['environment'],
): Config | { help: string } {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const messages = messagesFor(languageFor(LC_ALL || LC_MESSAGES || LANG));
  const { cli } = messages;
  const values = parse(argv, messages);
  if (values.help) return { help: cli.usage };

  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
    throw new UsageError(cli.wrongValue('--port', values.port, cli.portNumber));
  }
  const allowedHosts = values['allow-host'] ?? [];
  for (const name of allowedHosts) {
    if (!/^[^\s/@?#]+:\d{1,5}$/.test(name)) {
      throw new UsageError(cli.wrongValue('--allow-host', name, cli.hostAndPort));
    }
  }
  const docker = values.docker ?? null;
  if (docker !== null && !/^(unix:\/\/\/.+|(tcp|https?):\/\/[^/]+)/.test(docker)) {
    throw new UsageError(cli.wrongValue('--docker', docker, cli.dockerUrl));
  }
  const tokenFile = values['token-file'] ?? null;
  if (!isLoopback(values.host) && tokenFile === null) {
    throw new UsageError(cli.tokenNeeded(values.host));
  }
  return {
    port: Number(values.port),
    host: values.host,
    tokenFile,
    docker,
    allowedHosts,
    args: !values['no-args'],
    dev: values.dev,
    environment,
    messages,
  };
}

/** Is it reachable from this machine alone? */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function parse(argv: readonly string[], { cli }: Messages) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UsageError(cli.wrongArguments(reason));
  }
}
