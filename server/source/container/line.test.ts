import { Duplex } from 'node:stream';
import { afterEach, expect, it } from 'vitest';
import { ContainerLine } from './line';

const OPTIONS = { procRoot: '/proc', args: true };

/** The other end of the stream, in the hands of the test. */
class Far extends Duplex {
  written = '';

  override _read(): void {
    // What comes is pushed by the test.
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.written += chunk.toString();
    done();
  }

  say(text: string, output = 1): void {
    const bytes = Buffer.from(text);
    const header = Buffer.alloc(8);
    header[0] = output;
    header.writeUInt32BE(bytes.length, 4);
    this.push(Buffer.concat([header, bytes]));
  }
}

const lines: ContainerLine[] = [];
afterEach(async () => {
  await Promise.all(lines.splice(0).map((line) => line.close()));
});

function connect(patience?: number): { far: Far; line: ContainerLine } {
  const far = new Far();
  const line = new ContainerLine(far, OPTIONS, patience);
  lines.push(line);
  return { far, line };
}

it('sends the options, then requests; answers find who asked, in any order and in pieces', async () => {
  const { far, line } = connect();
  const first = line.ask('tick', { watchedPids: [3], full: true });
  const second = line.ask('usage', [4]);
  expect(far.written.split('\n').map((text) => (text === '' ? null : JSON.parse(text)))).toEqual([
    OPTIONS,
    { id: 1, name: 'tick', input: [{ watchedPids: [3], full: true }] },
    { id: 2, name: 'usage', input: [[4]] },
    null,
  ]);
  far.say('{"id":2,"val');
  far.say('ue":[]}\n{"id":1,');
  far.say('"error":"EIO"}\n');
  expect(await second).toEqual([]);
  await expect(first).rejects.toThrow('EIO');
});

it('when the stream ends: says what the reader complained of, and nobody waits for ever', async () => {
  const { far, line } = connect();
  const asked = expect(line.ask('host')).rejects.toThrow('no such file');
  far.say('exec /usr/bin/node: no such file\u001b[2J\n', 2);
  far.push(null);
  expect(await line.ended).toEqual({
    problem: 'ended',
    reason: 'exec /usr/bin/node: no such file[2J',
  });
  await asked;
  await expect(line.ask('host')).rejects.toThrow('ended');
});

it('what is no answer ends the line', async () => {
  const { far, line } = connect();
  far.say('rm -rf /\n');
  expect(await line.ended).toEqual({ problem: 'garbled', reason: 'rm -rf /' });
  expect(far.destroyed).toBe(true);
});

it.each([
  [
    'a namespace that is none',
    'tick',
    '{"full":true,"put":[],"gone":[],"namespaces":[],"namespacesGone":["<b>"],"hidden":0}',
  ],
  ['an answer to another call', 'tick', '[]'],
  ['a value where there is none', 'search', '1'],
] as const)('%s ends the line', async (_case, name, value) => {
  const { far, line } = connect();
  const request = { watchedPids: [], full: false };
  const call = name === 'tick' ? line.ask(name, request) : line.ask(name);
  const asked = expect(call).rejects.toThrow();
  far.say(`{"id":1,"value":${value}}\n`);
  expect(await line.ended).toMatchObject({ problem: 'garbled' });
  await asked;
});

it('what tells nothing but that it is over has no value', async () => {
  const { far, line } = connect();
  const searched = line.ask('search');
  far.say('{"id":1}\n');
  expect(await searched).toBeUndefined();
});

it('no answer in time ends the line', async () => {
  const { line } = connect(30);
  const asked = expect(line.ask('host')).rejects.toThrow();
  expect(await line.ended).toEqual({ problem: 'silent', reason: 'no answer within 0.03 s' });
  await asked;
});

it('closed by us, it has not ended by itself', async () => {
  const { far, line } = connect();
  const asked = expect(line.ask('host')).rejects.toThrow('ended');
  await line.close();
  expect(await line.ended).toBeNull();
  expect(far.destroyed).toBe(true);
  await asked;
});
