import { describe, expect, it } from 'vitest';
import { Refusal } from './refusal';
import { runProgram } from './running';

const environment = { ...process.env, LC_ALL: 'C.UTF-8' };

async function told(script: string, signal = new AbortController().signal) {
  const lines: string[] = [];
  const argv = ['sh', '-c', script] as const;
  const tell = (stream: string, line: string) => lines.push(`${stream}: ${line}`);
  return { exit: await runProgram({ argv, environment }, tell, signal), lines };
}

describe('runProgram', () => {
  it.each([
    ['lines of both', 'echo a; echo b >&2', ['stdout: a', 'stderr: b']],
    ['a line without its end', 'printf a', ['stdout: a']],
    ['an empty line', 'echo; echo a', ['stdout: ', 'stdout: a']],
    [
      'a line written over',
      String.raw`printf 'a\rb\r\nc\n'`,
      ['stdout: a', 'stdout: b', 'stdout: c'],
    ],
    ['codes for terminals', String.raw`printf '\033[31mred\033[0m\007\n'`, ['stdout: red']],
    ['a tab', String.raw`printf 'a\tb\n'`, ['stdout: a    b']],
    ['what turns text around', String.raw`printf 'a\342\200\256b\n'`, ['stdout: ab']],
    ['no text at all', String.raw`printf '\377\n'`, ['stdout: \ufffd']],
  ])('tells %s', async (_, script, lines) => {
    const came = await told(script);
    expect(came.exit).toBe(0);
    expect(came.lines.sort()).toEqual([...lines].sort());
  });

  it('tells a line without end in pieces', async () => {
    const { lines } = await told('head -c 100000 /dev/zero | tr "\\0" x');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line.replace('stdout: ', '')).join('')).toBe('x'.repeat(100_000));
  });

  it('tells how it ended', async () => {
    expect((await told('exit 125')).exit).toBe(125);
    expect((await told('kill -9 $$')).exit).toBeNull();
  });

  it('ends it when it is to end', async () => {
    const end = new AbortController();
    const ended = told('echo a; exec sleep 1d', end.signal);
    end.abort(new Refusal({ code: 'stopped' }));
    expect((await ended).exit).toBeNull();
    await expect(told('echo a', end.signal)).rejects.toThrow(Refusal);
  });

  it('throws where there is no such program', async () => {
    const { signal } = new AbortController();
    const argv = ['no-such-program'] as const;
    await expect(runProgram({ argv, environment }, () => undefined, signal)).rejects.toThrow(
      'ENOENT',
    );
  });
});
