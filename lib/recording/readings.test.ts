import { expect, it } from 'vitest';
import type { InsideReading } from '../inside/reading';
import { namespaceId } from '../model/ids';
import { RecordedReadings } from './readings';

const UTS = namespaceId('uts', '4026532001');

function named(hostname: string): InsideReading {
  return { type: 'uts', hostname, domainname: '(none)', through: 7, unreadable: {} };
}

it('another namespace under the same number was not read', () => {
  const readings = new RecordedReadings();
  readings.put(500, UTS, '7', named('one'));
  expect(readings.at(500, UTS, '8')).toBeNull();
  expect(readings.at(500, namespaceId('uts', '4026532002'), '7')).toBeNull();
});
