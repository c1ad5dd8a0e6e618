import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Cost {
  /** Milliseconds. */
  wall: number;
  cpu: number;
}

/** What one run of `lsns -J` costs: the measure that nsview's own scans are held against. */
export async function costOfLsns(): Promise<Cost> {
  const script = 'start=$EPOCHREALTIME; lsns -J >/dev/null; echo $start $EPOCHREALTIME; times';
  const { stdout } = await run('bash', ['-c', script], { env: { ...process.env, LC_ALL: 'C' } });
  const [clock = '', , children = ''] = stdout.split('\n');
  const [start = NaN, end = NaN] = clock.split(' ').map(Number);
  // bash(1), times: the second line is for the children, user and system: 0m0.130s 0m0.360s
  const cpu = [...children.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => Number(minutes) * 60_000 + Number(seconds) * 1000)
    .reduce((sum, part) => sum + part, 0);
  return { wall: (end - start) * 1000, cpu };
}
