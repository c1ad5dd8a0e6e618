import { printable } from '@lib/table/printable';
import { isLoopback } from '../security/loopback';
import { UsageError } from '../usage-error';
import { COMMON, common, parse, wrongValue, type CommonConfig, type Context } from './common';
import { readPresent, type PresentConfig } from './present';

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
  /** `--lesson`: the file of a lesson to show beside those that come with nsview. */
  lesson: string | null;
  /** `--lab`: commands of lessons can be run from the page. */
  lab: boolean;
  /** `--present`: where those listen who follow what is presented; null: nothing is. */
  present: PresentConfig | null;
}

const SERVE = {
  ...COMMON,
  port: { type: 'string', default: '3000' },
  host: { type: 'string', default: '127.0.0.1' },
  'token-file': { type: 'string' },
  'allow-host': { type: 'string', multiple: true },
  'open-to-this-machine': { type: 'boolean', default: false },
  dev: { type: 'boolean', default: false },
  open: { type: 'string' },
  lesson: { type: 'string' },
  lab: { type: 'boolean', default: false },
  present: { type: 'string' },
} as const;

/** @throws UsageError */
export function readServe(
  argv: readonly string[],
  context: Context,
): ServeConfig | { help: string } {
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
  const lesson = values.lesson ?? null;
  if (lesson === '') throw wrongValue(cli, '--lesson', lesson, cli.lessonPath);
  const aboutMachine =
    values.docker !== undefined ||
    values.engine !== undefined ||
    values.reader !== undefined ||
    values['no-args'];
  if (open !== null && aboutMachine) {
    throw new UsageError(cli.openAlone);
  }
  const { lab } = values;
  if (lab && open !== null) throw new UsageError(cli.labOfRecording);
  // Whoever may look may have commands run, by whoever runs nsview.
  if (lab && openToThisMachine) throw new UsageError(cli.labForAll);
  const present = readPresent(values.present, cli);
  if (present !== null && values.dev) throw new UsageError(cli.presentInDevelopment);
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
    lesson,
    lab,
    present,
  };
}

function uidIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : null;
}
