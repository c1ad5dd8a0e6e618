import type { Config, Flag } from '../config/config';
import { redactArgs, redactShellLine } from './redact-args';
import { redactLabels } from './redact-container';

/** Flags whose value is a command line, or its beginning. */
const COMMANDS = ['--entrypoint', '--health-cmd'];

/**
 * How a container was started, without what is secret in it: in its command, in labels, in options of volumes and
 * of logging.
 *
 * @param args false: without its command line, which says that it was left out
 */
export function redactConfig(config: Config, args: boolean): Config {
  const entrypoint = config.flags.find(({ flag }) => flag === '--entrypoint')?.value ?? null;
  const line = redactArgs([...(entrypoint === null ? [] : [entrypoint]), ...config.command]);
  const command = entrypoint === null ? line : line.slice(1);
  const flags = redactFlags(config.flags);
  if (args) return { ...config, flags, command };
  const isCommand = ({ flag }: Flag) => COMMANDS.includes(flag);
  const left = flags.filter(isCommand).map(({ flag }) => [`flags.${flag}`, 'redacted']);
  return {
    ...config,
    flags: flags.filter((each) => !isCommand(each)),
    command: [],
    unreadable: { ...config.unreadable, ...Object.fromEntries(left), command: 'redacted' },
  };
}

/** A flag and its value are read as the two words that they are. */
function redactFlags(flags: readonly Flag[]): Flag[] {
  return flags.map((each) => {
    if (each.value === null) return each;
    if (each.flag === '--health-cmd') return { ...each, value: redactShellLine(each.value) };
    if (each.flag === '--label') return { ...each, value: redactLabel(each.value) };
    return { ...each, value: redactArgs(['docker', each.flag, each.value])[2] ?? '' };
  });
}

function redactLabel(label: string): string {
  const at = label.indexOf('=');
  const shown = redactLabels({ [label.slice(0, at)]: label.slice(at + 1) });
  return Object.entries(shown)
    .map(([name, value]) => `${name}=${value}`)
    .join('');
}
