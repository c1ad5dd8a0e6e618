import { parseArgs, type ParseArgsConfig } from 'node:util';
import { languageFor } from '@lib/i18n/language';
import { commandMessagesFor, type CommandMessages } from '@lib/i18n/command-messages';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import { TRANSPORTS, type Transport } from '@lib/reach/packet';
import { printable } from '@lib/table/printable';
import type { Language } from '@lib/model/language';
import { isLoopback } from './security/loopback';
import { UsageError } from './usage-error';

/**
 * Who reads /proc: `direct` nsview itself; `container` a reader in a container of its own; `auto`
 * nsview itself, and where it may not read all, the page offers the reader in a container.
 */
export type ReaderMode = (typeof READER_MODES)[number];
const READER_MODES = ['auto', 'direct', 'container'] as const;

/** What every command is told. */
export interface CommonConfig {
  /** `--docker`: null to find the endpoint as the docker command does. */
  docker: string | null;
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

export interface ServeConfig extends CommonConfig {
  command: 'serve';
  port: number;
  host: string;
  tokenFile: string | null;
  allowedHosts: string[];
  dev: boolean;
  /** Who ran sudo(8), if it was that which ran nsview: their uid. */
  sudoUid: number | null;
  /** Every account of this machine may look, without a token. */
  openToThisMachine: boolean;
  /** `--open`: a recording to show instead of this machine. */
  open: string | null;
}

export interface RecordConfig extends CommonConfig {
  command: 'record';
  output: string;
  /** Milliseconds; null to record until a signal comes. */
  duration: number | null;
  anonymous: boolean;
  /** Write down as well what each namespace isolates. */
  inside: boolean;
  /** May a file that is there be written over? */
  force: boolean;
}

export interface SnapshotConfig extends CommonConfig {
  command: 'snapshot';
}

export interface LsConfig extends CommonConfig {
  command: 'ls';
  json: boolean;
  types: ReadonlySet<NamespaceType>;
  /** May a terminal be given colours? */
  colours: boolean;
}

export interface AskConfig extends CommonConfig {
  command: 'ask';
  /** Of the question. */
  name: string;
  fields: (readonly [field: string, text: string])[];
  json: boolean;
}

export interface InsideConfig extends CommonConfig {
  command: 'inside';
  /** A namespace's id, or what names a container. */
  of: string;
  /** Of a container's namespaces these alone. */
  types: ReadonlySet<NamespaceType>;
  json: boolean;
}

export interface ReachConfig extends CommonConfig {
  command: 'reach';
  /** What names a container, `:host` or `:outside`. */
  from: string;
  to: string;
  protocol: Transport;
  /** Null: any. */
  port: number | null;
  json: boolean;
}

/** What the command line and the environment ask for. This file alone reads them. */
export type Config =
  ServeConfig | SnapshotConfig | LsConfig | RecordConfig | AskConfig | InsideConfig | ReachConfig;

const COMMON = {
  docker: { type: 'string' },
  'no-args': { type: 'boolean', default: false },
  reader: { type: 'string' },
  'may-enter': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const SERVE = {
  ...COMMON,
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  'token-file': { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'open-to-this-machine': { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  open: { type: 'string' },
} as const;

const RECORD = {
  ...COMMON,
  output: { type: 'string', short: 'o' },
  for: { type: 'string' },
  anonymous: { type: 'boolean', default: false },
  inside: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
} as const;

/** Seconds: a week. */
const LONGEST_RECORDING = 7 * 24 * 3600;

const LS = {
  ...COMMON,
  type: { type: 'string', short: 't', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

const ASK = { ...COMMON, json: { type: 'boolean', default: false } } as const;

const REACH = {
  ...COMMON,
  protocol: { type: 'string', default: 'tcp' },
  port: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** @returns `help`: the text that was asked for instead. @throws UsageError */
export function readConfig(
  argv: readonly string[],
  environment: CommonConfig['environment'],
): Config | { help: string } {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const language = languageFor(LC_ALL || LC_MESSAGES || LANG);
  const messages = commandMessagesFor(language);
  const context = { environment, language, messages };
  const [first = ''] = argv;
  const named = first !== '' && !first.startsWith('-');
  const rest = named ? argv.slice(1) : argv;
  switch (named ? first : 'serve') {
    case 'serve':
      return readServe(rest, context);
    case 'snapshot':
      return readSnapshot(rest, context);
    case 'ls':
      return readLs(rest, context);
    case 'record':
      return readRecord(rest, context);
    case 'ask':
      return readAsk(rest, context);
    case 'inside':
      return readInside(rest, context);
    case 'reach':
      return readReach(rest, context);
    default:
      throw new UsageError(messages.cli.unknownCommand(printable(first)));
  }
}

type Context = Pick<CommonConfig, 'environment' | 'language' | 'messages'>;

function readServe(argv: readonly string[], context: Context): ServeConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, SERVE, cli);
  if (values.help) return { help: cli.usage.serve };

  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65535) {
    throw wrongValue(cli, '--port', values.port, cli.portNumber);
  }
  const allowedHosts = values['allow-host'] ?? [];
  for (const name of allowedHosts) {
    if (!/^[^\s/@?#]+:\d{1,5}$/.test(name)) {
      throw wrongValue(cli, '--allow-host', name, cli.hostAndPort);
    }
  }
  const tokenFile = values['token-file'] ?? null;
  if (!isLoopback(values.host) && tokenFile === null) {
    throw new UsageError(cli.tokenNeeded(printable(values.host)));
  }
  const openToThisMachine = values['open-to-this-machine'];
  if (openToThisMachine && tokenFile !== null) throw new UsageError(cli.openOrToken);
  const open = values.open ?? null;
  if (open === '') throw wrongValue(cli, '--open', open, cli.recordingFile);
  const aboutMachine =
    values.docker !== undefined || values.reader !== undefined || values['no-args'];
  if (open !== null && aboutMachine) {
    throw new UsageError(cli.openAlone);
  }
  return {
    command: 'serve',
    ...common(values, context),
    port: Number(values.port),
    host: values.host,
    tokenFile,
    allowedHosts,
    sudoUid: uidIn(context.environment.SUDO_UID),
    openToThisMachine,
    dev: values.dev,
    open,
  };
}

function readSnapshot(
  argv: readonly string[],
  context: Context,
): SnapshotConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, COMMON, cli);
  if (values.help) return { help: cli.usage.snapshot };
  return { command: 'snapshot', ...common(values, context) };
}

function readLs(argv: readonly string[], context: Context): LsConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, LS, cli);
  if (values.help) return { help: cli.usage.ls };
  const { NO_COLOR, TERM } = context.environment;
  return {
    command: 'ls',
    ...common(values, context),
    json: values.json,
    types: typesIn(values.type, cli),
    // https://no-color.org: set to anything but nothing.
    colours: !NO_COLOR && TERM !== 'dumb',
  };
}

/** Those that are listed, each time with commas between; all where none is. */
function typesIn(
  lists: readonly string[] = [],
  cli: Context['messages']['cli'],
): ReadonlySet<NamespaceType> {
  const types = lists.flatMap((list) =>
    list.split(',').map((name) => {
      const type = namespaceTypeSchema.safeParse(name.trim());
      if (!type.success) throw wrongValue(cli, '--type', list, cli.typeList);
      return type.data;
    }),
  );
  return new Set(types.length > 0 ? types : NAMESPACE_TYPES);
}

function readRecord(argv: readonly string[], context: Context): RecordConfig | { help: string } {
  const { cli } = context.messages;
  const values = parse(argv, RECORD, cli);
  if (values.help) return { help: cli.usage.record };
  const { output } = values;
  if (output === undefined || output === '') throw new UsageError(cli.outputNeeded);
  const seconds = values.for === undefined ? null : Number(values.for);
  const given = values.for !== undefined && /^\d+(\.\d+)?$/.test(values.for);
  if (seconds !== null && !(given && seconds > 0 && seconds <= LONGEST_RECORDING)) {
    throw wrongValue(cli, '--for', values.for ?? '', cli.seconds(LONGEST_RECORDING));
  }
  return {
    command: 'record',
    ...common(values, context),
    output,
    duration: seconds === null ? null : seconds * 1000,
    anonymous: values.anonymous,
    inside: values.inside,
    force: values.force,
  };
}

function readAsk(argv: readonly string[], context: Context): AskConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, ASK, cli, true);
  if (values.help) return { help: cli.usage.ask };
  const [name, ...given] = positionals;
  if (name === undefined) throw new UsageError(cli.questionNeeded);
  const fields = given.map((text) => {
    const [, field = '', value = ''] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
    if (field === '') throw wrongValue(cli, name, text, cli.fieldAndValue);
    return [field, value] as const;
  });
  return { command: 'ask', ...common(values, context), name, fields, json: values.json };
}

function readInside(argv: readonly string[], context: Context): InsideConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, LS, cli, true);
  if (values.help) return { help: cli.usage.inside };
  const [of, ...more] = positionals;
  if (of === undefined || more.length > 0) throw new UsageError(cli.namespaceNeeded);
  const types = values.type === undefined ? new Set(NAMESPACE_TYPES) : typesIn(values.type, cli);
  return { command: 'inside', ...common(values, context), of, types, json: values.json };
}

function readReach(argv: readonly string[], context: Context): ReachConfig | { help: string } {
  const { cli } = context.messages;
  const { values, positionals } = parseAll(argv, REACH, cli, true);
  if (values.help) return { help: cli.usage.reach };
  const [from, to, ...more] = positionals;
  if (from === undefined || to === undefined || more.length > 0) {
    throw new UsageError(cli.endsNeeded);
  }
  const protocol = TRANSPORTS.find((each) => each === values.protocol);
  if (protocol === undefined) {
    throw wrongValue(cli, '--protocol', values.protocol, TRANSPORTS.join(', '));
  }
  const { port = null } = values;
  if (port !== null && !(/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536)) {
    throw wrongValue(cli, '--port', port, cli.portNumber);
  }
  return {
    command: 'reach',
    ...common(values, context),
    ...{ from, to, protocol, json: values.json },
    port: port === null ? null : Number(port),
  };
}

function common(
  values: {
    docker?: string | undefined;
    'no-args': boolean;
    reader?: string | undefined;
    'may-enter': boolean;
  },
  context: Context,
): CommonConfig {
  const { cli } = context.messages;
  const docker = values.docker ?? null;
  if (docker !== null && !/^(unix:\/\/\/.+|(tcp|https?):\/\/[^/]+)/.test(docker)) {
    throw wrongValue(cli, '--docker', docker, cli.dockerUrl);
  }
  const named = values.reader ?? 'auto';
  const reader = READER_MODES.find((mode) => mode === named);
  if (reader === undefined) throw wrongValue(cli, '--reader', named, READER_MODES.join(', '));
  const mayEnter = values['may-enter'];
  if (mayEnter && reader !== 'container') throw new UsageError(cli.whoMayEnter);
  return { docker, args: !values['no-args'], reader, mayEnter, ...context };
}

function uidIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
}

function parse<T extends NonNullable<ParseArgsConfig['options']>>(
  argv: readonly string[],
  options: T,
  cli: CommandMessages['cli'],
) {
  return parseAll(argv, options, cli, false).values;
}

function parseAll<T extends NonNullable<ParseArgsConfig['options']>>(
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

function wrongValue(cli: CommandMessages['cli'], option: string, value: string, expected: string) {
  return new UsageError(cli.wrongValue(option, printable(value), expected));
}
