import { expect, it } from 'vitest';
import { readConfig } from './config';

const present = (value: string) => {
  const config = readConfig(['--present', value], {});
  return 'command' in config && config.command === 'serve' ? config.present : null;
};

it.each([
  ['192.168.1.5', '192.168.1.5', 3001],
  ['192.168.1.5:80', '192.168.1.5', 80],
  ['127.0.0.1:0', '127.0.0.1', 0],
  ['fd00::5', 'fd00::5', 3001],
  ['[fd00::5]', 'fd00::5', 3001],
  ['[fd00::5]:8080', 'fd00::5', 8080],
  ['fd00:0:0:0:0:0:0:5', 'fd00::5', 3001],
  ['[FD00::0005]:8080', 'fd00::5', 8080],
])('--present %s', (value, host, port) => {
  expect(present(value)).toEqual({ host, port });
});

it.each([
  [''],
  ['localhost'],
  ['course.example:3001'],
  ['0.0.0.0'],
  ['0.0.0.0:3001'],
  ['[::]:3001'],
  ['::'],
  ['0:0:0:0:0:0:0:0'],
  ['fe80::1%eth0'],
  ['192.168.1'],
  ['192.168.1.5:'],
  ['192.168.1.5:65536'],
  ['192.168.1.5:http'],
  ['http://192.168.1.5:3001'],
  ['[192.168.1.5'],
])('--present %s: an address is expected', (value) => {
  expect(() => present(value)).toThrow(/--present: got .*expected an IP address of this machine/);
});

it('is not there unless it is asked for, nor in development', () => {
  expect(readConfig([], {})).toMatchObject({ present: null });
  expect(() => readConfig(['--dev', '--present', '127.0.0.1'], {})).toThrow(
    /--present .*npm start/,
  );
  expect(() => readConfig(['ls', '--present', '127.0.0.1'], {})).toThrow(/'--present'/);
});
