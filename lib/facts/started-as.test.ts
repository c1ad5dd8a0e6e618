import { expect, it } from 'vitest';
import { readConfig } from '../config/read-config';
import { startedAs, type StartedAs } from './started-as';

const joins = [{ option: '--network host' }];
const joined = [{ flag: '--network host', value: null, about: 'see' }];

function answered(HostConfig: object, Healthcheck?: object) {
  const answer = readConfig({ HostConfig, Config: { Image: 'web', Healthcheck } });
  if (answer === null) throw new Error('it is an object');
  return startedAs({ is: 'answered', answer }, joins);
}

it('says that what it joins is not all, before an answer and where there is none', () => {
  expect(startedAs({ is: 'asked' }, joins)).toEqual({
    flags: joined,
    unknown: { why: 'asked' },
  });
  const refused = startedAs({ is: 'refused', code: 'not-in-recording' }, joins);
  expect(refused).toEqual({ flags: joined, unknown: { why: 'refused', code: 'not-in-recording' } });
});

it.each<[string, StartedAs['unknown'], StartedAs]>([
  ['all is told', null, answered({ Memory: 1024 })],
  [
    'an odd amount',
    { why: 'fields', fields: [{ flag: '--memory', why: 'EINVAL' }] },
    answered({ Memory: '64m' }),
  ],
  [
    'what no flag says',
    { why: 'fields', fields: [{ flag: '--health-cmd', why: 'no-flag' }] },
    answered({}, { Test: ['CMD', 'ping'] }),
  ],
])('%s', (_, unknown, started) => {
  expect(started.unknown).toEqual(unknown);
});

it('says that no flag is told, and nothing of other fields', () => {
  const unreadable = { flags: 'ENODATA', 'modes.pid': 'EINVAL' };
  const { unknown } = startedAs({ is: 'answered', answer: { flags: [], unreadable } }, []);
  expect(unknown).toEqual({ why: 'fields', fields: [{ flag: 'flags', why: 'ENODATA' }] });
});
