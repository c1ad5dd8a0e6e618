import { expect, it } from 'vitest';
import { parseCmdline } from './cmdline';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  ['kernel thread or zombie', '', []],
  ['one', 'init\0', ['init']],
  ['several', 'sh\0-c\0sleep 1d\0', ['sh', '-c', 'sleep 1d']],
  ['a last argument that is empty', 'sh\0-c\0\0', ['sh', '-c', '']],
  ['an empty argument in the middle', 'grep\0\0file\0', ['grep', '', 'file']],
  ['a title without an end', 'nginx: master process', ['nginx: master process']],
  ['a title padded with NUL bytes', 'sshd: root@pts/0\0\0\0\0\0', ['sshd: root@pts/0']],
  ['newlines', 'sh\0-c\0a\nb\0', ['sh', '-c', 'a\nb']],
])('%s', (_, text, args) => {
  expect(parseCmdline(bytes(text), false)).toEqual(args);
});

it('bytes that are no UTF-8', () => {
  expect(parseCmdline(Uint8Array.of(0x61, 0xff, 0x00), false)).toEqual(['a\uFFFD']);
});

it('a character that the cut left incomplete is dropped', () => {
  const cut = bytes('echo\0日本').subarray(0, -1);
  expect(parseCmdline(cut, true)).toEqual(['echo', '日']);
});
