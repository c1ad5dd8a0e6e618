import { posix } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { CommandMessages } from '@lib/i18n/command-messages';
import type { Language } from '@lib/model/language';
import { printable } from '@lib/table/printable';
import { parseDockerHost } from '../docker/docker-host';
import { UsageError } from '../usage-error';

/**
 * Who reads /proc: `direct` nsview itself; `container` a reader in a container of its own; `auto`
 * nsview itself, and where it may not read all, the page offers the reader in a container.
 */
export type ReaderMode = (typeof READER_MODES)[number];
const READER_MODES = ['auto', 'direct', 'container'] as const;

/** What every command is told. */
export interface CommonConfig {
  /** `--docker` and `--engine`: where engines are, as URLs; none: they are searched for. */
  engines: readonly string[];
  /** Read the arguments of processes? */
  args: boolean;
  reader: ReaderMode;
  /** `--may-enter`: the reader in a container may go into namespaces as well. */
  mayEnter: boolean;
  /** What endpoint discovery looks at. */
  environment: Readonly<Record<string, string | undefined>>;
  language: Language;
  messages: CommandMessages;
}

/** Where a command is given. */
export type Context = Pick<CommonConfig, 'environment' | 'language' | 'messages'>;

const DOCKER_URL = /^(unix:\/\/\/.+|(tcp|http):\/\/.+)/;
const SOCKET_URL = /^(containerd|cri):\/\/\/.+/;

/** The options that every command has. */
export const COMMON = {
  docker: { type: 'string', multiple: true },
  engine: { type: 'string', multiple: true },
  'no-args': { type: 'boolean', default: false },
  reader: { type: 'string' },
  'may-enter': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What they say. @throws UsageError */
export function common(
  values: {
    docker?: string[] | undefined;
    engine?: string[] | undefined;
    'no-args': boolean;
    reader?: string | undefined;
    'may-enter': boolean;
  },
  context: Context,
): CommonConfig {
  const { cli } = context.messages;
  const { docker = [], engine = [] } = values;
  const noDocker = docker.find((url) => !isDockerUrl(url));
  if (noDocker !== undefined) throw wrongValue(cli, '--docker', noDocker, cli.dockerUrl);
  const noEngine = engine.find((url) => !isDockerUrl(url) && !SOCKET_URL.test(url));
  if (noEngine !== undefined) throw wrongValue(cli, '--engine', noEngine, cli.engineUrl);
  const twice = askedInTwoWays([...docker, ...engine]);
  if (twice !== null) throw new UsageError(cli.oneSocket(twice.map(printable)));
  const named = values.reader ?? 'auto';
  const reader = READER_MODES.find((mode) => mode === named);
  if (reader === undefined) throw wrongValue(cli, '--reader', named, READER_MODES.join(', '));
  const mayEnter = values['may-enter'];
  if (mayEnter && reader !== 'container') throw new UsageError(cli.whoMayEnter);
  const engines = [...docker, ...engine];
  return { engines, args: !values['no-args'], reader, mayEnter, ...context };
}

/** Can Docker's API be asked there? What the docker command takes besides URLs is not taken here. */
function isDockerUrl(url: string): boolean {
  // Which socket is the usual one is of no interest: a URL names its own.
  return DOCKER_URL.test(url) && !('error' in parseDockerHost(url, ''));
}

/** Two of these URLs by which one socket would be asked in different ways; null: there are none. */
function askedInTwoWays(urls: readonly string[]): [string, string] | null {
  const known = new Map<string, string>();
  for (const url of urls) {
    const named = /^(?:unix|containerd|cri):\/\/(\/.+)/.exec(url)?.[1];
    if (named === undefined) continue;
    // On nearly all systems the first is a link to the other.
    const path = posix.normalize(named).replace(/^\/var\/run\//, '/run/');
    const before = known.get(path) ?? url;
    if (schemeOf(before) !== schemeOf(url)) return [before, url];
    known.set(path, url);
  }
  return null;
}

function schemeOf(url: string): string {
  return url.slice(0, url.indexOf(':'));
}

/** The options of a command that has nothing else. @throws UsageError */
export function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
  cli: CommandMessages['cli'],
) {
  return parseAll(argv, options, cli, false).values;
}

/** The options, and what is no option where that is allowed. @throws UsageError */
export function parseAll<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
  cli: CommandMessages['cli'],
  allowPositionals: boolean,
) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(cli.wrongArguments(printable(reason)));
  }
}

/** One that names the option, what was given and what is expected. */
export function wrongValue(
  cli: CommandMessages['cli'],
  option: string,
  value: string,
  expected: string,
) {
  return new UsageError(cli.wrongValue(option, printable(value), expected));
}
