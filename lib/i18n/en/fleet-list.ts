import type { Elapsed } from '../elapsed';
import { optionLines } from '../option-lines';

/** What `nsview fleet list` says. */
export const fleetList = {
  usage: `Usage: nsview fleet list --to tls://HOST:PORT --creds FILE [options]

Lists the machines of a fleet that have told of themselves within the last minute, a line for each: what they are
called in the fleet, how long ago they told, and what there is. SHARED has, by type (P pid, N net, M mnt, U user, I ipc,
H uts, C cgroup, T time), how many containers are in a namespace of another; ON-HOST how many are in the host's where
the default would be one of their own. FINDINGS are high, medium and low ones. A ? is what is not known, or not all.

Options:
${optionLines(
  [
    ['--to URL', 'the server of the fleet; with commas several, of which any one will do'],
    ['--creds FILE', 'the credentials of a hub, made by nsview fleet init'],
    ['--json', 'as JSON, with all that each has told'],
    ['--help', 'this text'],
  ],
  13,
)}
`,
  credsNeeded:
    'nsview: --creds: say where the credentials of a hub are: a file made by nsview fleet init (see nsview fleet list --help)',
  credsOfMachine: (file: string, host: string) =>
    `nsview: --creds ${file}: got those of the machine ${host}, which hears of no other; expected those of a hub, made by nsview fleet init`,
  none: 'nsview: no machine of this fleet has told of itself within the last minute',
  columns: {
    machine: 'MACHINE',
    standing: 'STANDING',
    heard: 'HEARD',
    hostname: 'HOSTNAME',
    kernel: 'KERNEL',
    containers: 'CONTAINERS',
    shared: 'SHARED',
    onHost: 'ON-HOST',
    findings: 'FINDINGS',
    engines: 'ENGINES',
    notes: 'NOTES',
  },
  standing: { live: 'live', lagging: 'lagging', lost: 'lost' },
  elapsed: ({ count, unit }: Elapsed): string =>
    ({
      second: `${count} s`,
      minute: `${count} min`,
      hour: `${count} h`,
      day: `${count} ${count === 1 ? 'day' : 'days'}`,
    })[unit],
  ago: (time: string) => `${time} ago`,
  runningOf: (running: number, all: number) => `${running} of ${all}`,
  more: (n: number) => `${n} more`,
  clock: (isAhead: boolean, time: string) => `clock ${time} ${isAhead ? 'ahead' : 'behind'}`,
  otherVersion: (version: string) => `nsview ${version}`,
  notices: (codes: string, more: number) =>
    more === 0 ? `says ${codes}` : `says ${codes} and ${more} more`,
  /** What is wrong with a summary. */
  problem: {
    large: (bytes: number, most: number) => `refused: ${bytes} bytes, at most ${most} are taken`,
    'no-json': 'refused: no JSON',
    deep: 'refused: packed too deep',
    version: (version: number, ours: number) =>
      `refused: of version ${version}, and this nsview takes ${ours}: have both of one version`,
    part: (path: string) =>
      path === '' ? 'refused: not as expected' : `refused: not as expected: ${path}`,
  },
};
