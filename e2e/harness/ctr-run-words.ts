import { parseArgs } from 'node:util';

/** Docker's flags that join a namespace: what `ctr run --with-ns` calls it, and its file in /proc. */
const JOINS = [
  { flag: 'pid', type: 'pid', file: 'pid' },
  { flag: 'net', type: 'network', file: 'net' },
  { flag: 'network', type: 'network', file: 'net' },
  { flag: 'ipc', type: 'ipc', file: 'ipc' },
  { flag: 'uts', type: 'uts', file: 'uts' },
] as const;

const OPTIONS = {
  name: { type: 'string' },
  detach: { type: 'boolean', short: 'd' },
  label: { type: 'string', multiple: true },
  pid: { type: 'string' },
  net: { type: 'string' },
  network: { type: 'string' },
  ipc: { type: 'string' },
  uts: { type: 'string' },
} as const;

/** A container as `ctr run` is told of it. */
interface RunWords {
  name: string;
  options: string[];
  command: string[];
}

/**
 * What `ctr run` is told for what `docker run` is.
 *
 * @param leaderOf the first process of a container that is joined
 * @param lack what is done about a flag that ctr has nothing for
 */
export async function runWords(
  words: readonly string[],
  leaderOf: (name: string) => Promise<number>,
  lack: (what: string) => never,
): Promise<RunWords> {
  const { tokens } = parseArgs({
    ...{ args: [...words], options: OPTIONS },
    ...{ strict: false, allowPositionals: true, tokens: true },
  });
  const unknown = tokens.find((token) => token.kind === 'option' && !(token.name in OPTIONS));
  const image = tokens.find(({ kind }) => kind === 'positional')?.index ?? words.length;
  if (unknown?.kind === 'option' && unknown.index < image) lack(`docker run ${unknown.rawName}`);
  const { values } = parseArgs({ args: words.slice(0, image), options: OPTIONS });
  const labels = (values.label ?? []).flatMap((label) => ['--label', label]);
  const options = ['--env', 'PATH=/bin', ...labels];
  for (const { flag, type, file } of JOINS) {
    const asked = values[flag];
    if (asked === undefined || asked === 'shareable') continue;
    const donor = /^container:(.+)$/.exec(asked)?.[1];
    if (donor === undefined && asked !== 'host') lack(`docker run --${flag}=${asked}`);
    const pid = donor === undefined ? 'self' : String(await leaderOf(donor));
    options.push('--with-ns', `${type}:/proc/${pid}/ns/${file}`);
  }
  const [called, ...command] = words.slice(image);
  if (called !== 'ubuntu' || values.name === undefined) lack(`docker run ${words.join(' ')}`);
  return { name: values.name, options, command };
}
