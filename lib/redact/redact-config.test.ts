import { expect, it } from 'vitest';
import type { Flag } from '../config/config';
import { readConfig } from '../config/read-config';
import { redactConfig } from './redact-config';

const flag = (name: string, value: string | null): Flag => ({ flag: name, value, about: 'other' });

function config(flags: Flag[], command: string[]) {
  const read = readConfig({ HostConfig: {}, Config: { Image: 'web', Cmd: command } });
  if (read === null) throw new Error('it is an object');
  return { ...read, flags };
}

it.each([
  ['--label', 'api.token=hunter2', 'api.token=•••'],
  ['--label', 'com.docker.compose.service=auth-token', 'com.docker.compose.service=auth-token'],
  ['--label', 'empty=', 'empty='],
  ['--log-opt', 'splunk-token=hunter2', 'splunk-token=•••'],
  ['--log-opt', 'max-size=10m', 'max-size=10m'],
  [
    '--mount',
    'type=volume,target=/a,volume-opt=o=password=hunter2',
    'type=volume,target=/a,volume-opt=o=password=•••',
  ],
  ['--health-cmd', 'mysqladmin -phunter2 ping || exit 1', 'mysqladmin -p••• ping || exit 1'],
  ['--user', '1000:1000', '1000:1000'],
  ['--publish', '8080:80', '8080:80'],
  ['--volume', '/run/secrets/token:/token:ro', '/run/secrets/token:/token:ro'],
  ['--pid', 'container:c1', 'container:c1'],
  ['--security-opt', 'no-new-privileges', 'no-new-privileges'],
])('%s %s', (name, value, shown) => {
  expect(redactConfig(config([flag(name, value)], []), true).flags).toEqual([flag(name, shown)]);
});

it('reads the command as the line that it is, from the entrypoint on', () => {
  const own = config([flag('--entrypoint', 'mysqld'), flag('--init', null)], ['-phunter2', '-v']);
  const shown = redactConfig(own, true);
  expect(shown.command).toEqual(['-p•••', '-v']);
  expect(shown.flags).toEqual(own.flags);
});

it.each([
  [['mysql', '-uroot'], ['-phunter2'], ['mysql', '-uroot', '-p•••']],
  [['curl', '-u'], ['bob:hunter2'], ['curl', '-u', 'bob:•••']],
  [['app', '--token'], ['hunter2'], ['app', '--token', '•••']],
  [['redis-cli', '-a'], ['hunter2'], ['redis-cli', '-a', '•••']],
  [['sh', '-c'], ['mysql -phunter2'], ['sh', '-c', 'mysql -p•••']],
  [['env', 'API_TOKEN=hunter2'], ['app'], ['env', 'API_TOKEN=•••', 'app']],
  [['sh', '-c'], ['echo hi'], ['sh', '-c', 'echo hi']],
])('hides across entrypoint %j and command %j', (Entrypoint, Cmd, line) => {
  const read = readConfig({ HostConfig: {}, Config: { Image: 'web', Entrypoint, Cmd } });
  if (read === null) throw new Error('it is an object');
  const { flags, command } = redactConfig(read, true);
  expect([flags.find((each) => each.flag === '--entrypoint')?.value, ...command]).toEqual(line);
});

it('tells no command line where arguments are left out', () => {
  const shown = redactConfig(
    config([flag('--entrypoint', 'sh'), flag('--health-cmd', 'x'), flag('--init', null)], ['x']),
    false,
  );
  expect(shown.command).toEqual([]);
  expect(shown.flags).toEqual([flag('--init', null)]);
  expect(shown.unreadable).toEqual({
    'flags.--entrypoint': 'redacted',
    'flags.--health-cmd': 'redacted',
    command: 'redacted',
  });
});
