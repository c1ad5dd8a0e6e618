import { expect, it } from 'vitest';
import type { InsideReading } from '../inside/reading';
import { namespaceId } from '../model/ids';
import { RecordedReadings } from './readings';

const UTS = namespaceId('uts', '4026532001');

function named(hostname: string): InsideReading {
  return { type: 'uts', hostname, domainname: '(none)', through: 7, unreadable: {} };
}

it.each([
  ['before it was first read, that is the first', 0, 'one'],
  ['at the very moment', 500, 'one'],
  ['until the next', 1999, 'one'],
  ['from the next on', 2000, 'two'],
  ['at the end', 60_000, 'two'],
])('the last reading counts: %s', (_when, position, hostname) => {
  const readings = new RecordedReadings();
  readings.put(500, UTS, '7', named('one'));
  readings.put(2000, UTS, '7', named('two'));
  expect(readings.at(position, UTS, '7')).toEqual(named(hostname));
});

it('another namespace under the same number was not read', () => {
  const readings = new RecordedReadings();
  readings.put(500, UTS, '7', named('one'));
  expect(readings.at(500, UTS, '8')).toBeNull();
  expect(readings.at(500, namespaceId('uts', '4026532002'), '7')).toBeNull();
});
