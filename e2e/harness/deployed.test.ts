import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readConfig } from '../../server/config/config';
import { composedRun } from './compose';

/* What docs/compose.yaml and docs/nsview.service start is what nsview takes. */

const { command, flags } = composedRun({ socket: '/run/docker.sock', group: 999 });
const unit = readFileSync(new URL('../../docs/nsview.service', import.meta.url), 'utf8');

/** The values of a directive of the unit, systemd.syntax(7). */
function valuesOf(directive: string): string[] {
  const line = unit.split('\n').find((each) => each.startsWith(`${directive}=`)) ?? '';
  return line.slice(directive.length + 1).split(' ');
}

const started = valuesOf('ExecStart');

test.each([
  ['compose.yaml', command],
  ['the unit', started.slice(started.indexOf('nsview') + 1)],
])('%s: nothing has a container started for who opens the page', (_name, args) => {
  expect(readConfig(args, {})).toMatchObject({ command: 'serve', reader: 'direct', lab: false });
});

test('both are given the same capabilities, and no other', () => {
  const given = flags.flatMap((flag) => /^--cap-add=(.+)/.exec(flag)?.[1] ?? []);
  expect(given).toEqual(['SYS_PTRACE', 'DAC_READ_SEARCH']);
  const asUnit = given.map((name) => `CAP_${name}`);
  expect(valuesOf('AmbientCapabilities')).toEqual(asUnit);
  expect(valuesOf('CapabilityBoundingSet')).toEqual(asUnit);
});
