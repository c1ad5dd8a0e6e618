import { describe, expect, it } from 'vitest';
import { readConfig } from '@lib/config/read-config';
import { parseContainer } from '@lib/docker/container';
import { Redaction } from './redaction';

const inspected = {
  Id: 'ef2db149f5b52d629c267bf086504b74',
  HostConfig: {},
  Config: { Image: 'web', Cmd: ['run', '--password', 'hunter2'], Labels: { token: 'hunter2' } },
};

function there<T>(value: T | null): T {
  if (value === null) throw new Error('it is an object');
  return value;
}
const container = there(
  parseContainer('ef2d', { ...inspected, Path: 'run', Args: ['--password', 'hunter2'] }),
);
const config = there(readConfig(inspected));
const layer = { digest: 'sha256:1', instruction: 'ENV TOKEN=hunter2', bytes: 1, sharedWith: [] };
const step = { instruction: layer.instruction, makes: 'layer' as const, layer: 0 };
const image = { layers: [layer], steps: [step], unreadable: {} };

describe.each([
  ['containers', (redaction: Redaction) => redaction.containers([container])[0]],
  ['how they were started', (redaction: Redaction) => redaction.config(config)],
  ['images', (redaction: Redaction) => redaction.image(image)],
])('%s', (_, through) => {
  it('are shown without secrets', () => {
    const shown = JSON.stringify(through(new Redaction(true)));
    expect(shown).toContain('•••');
    expect(shown).not.toContain('hunter2');
  });

  it('say that command lines are left out', () => {
    const shown = through(new Redaction(false));
    expect(Object.values(shown?.unreadable ?? {})).toContain('redacted');
    expect(JSON.stringify(shown)).not.toContain('hunter2');
  });
});

it('shows the same as long as an engine tells the same', () => {
  const [redaction, told] = [new Redaction(true), [container]];
  const shown = redaction.containers(told);
  expect(redaction.containers(told)).toBe(shown);
  expect(redaction.containers([...told])).not.toBe(shown);
});
