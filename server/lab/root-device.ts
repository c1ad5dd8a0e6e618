import { Refusal } from './refusal';
import { runProgram } from './running';
import type { Surroundings } from './surroundings';

/**
 * The block device that the root of this machine is on, or the disk that it is a part of: what ROOT_DEVICE comes to.
 * @throws Refusal where there is none
 */
export async function rootDevice(doing: Pick<Surroundings, 'docker' | 'signal'>): Promise<string> {
  // Of a root that is a subvolume findmnt tells that too, and no device has such a name, unless it is to leave that out.
  const [source = ''] = await linesOf(['findmnt', '-nvo', 'SOURCE', '/'], doing);
  const [first = ''] = await linesOf(['lsblk', '-no', 'pkname,kname', source], doing);
  const device = /^\s*([a-z0-9-]+)/.exec(first)?.[1];
  if (device === undefined)
    throw new Refusal({ code: 'not-there', what: `block device of ${source}` });
  return device;
}

async function linesOf(
  argv: readonly [string, ...string[]],
  { docker, signal }: Pick<Surroundings, 'docker' | 'signal'>,
): Promise<string[]> {
  const lines: string[] = [];
  const add = (stream: string, line: string) => {
    if (stream === 'stdout') lines.push(line);
  };
  await runProgram({ argv, environment: docker.environment }, add, signal);
  return lines;
}
