import * as z from 'zod/mini';
import type { Fields } from '../docker/fields';
import { NO_FLAG, type Flag } from './config';

const testSchema = z.array(z.string());
const numberSchema = z.number();

/** Flags of times, and the fields of them, in nanoseconds. */
const TIMES = [
  ['--health-interval', 'Interval'],
  ['--health-timeout', 'Timeout'],
  ['--health-start-period', 'StartPeriod'],
  ['--health-start-interval', 'StartInterval'],
] as const;

/** How it is asked whether a container is well; a command that no shell runs has no flag. */
export function healthFlags(fields: Fields): Flag[] {
  const number = (flag: string, field: string) =>
    fields.optional(`flags.${flag}`, ['Config', 'Healthcheck', field], numberSchema, 0);
  const path = ['Config', 'Healthcheck', 'Test'];
  const test = fields.optional<string[]>('flags.--health-cmd', path, testSchema, []);
  const [kind, line] = test;
  if (kind === 'NONE') return [{ flag: '--no-healthcheck', value: null, about: 'other' }];
  const isLine = kind === 'CMD-SHELL' && line !== undefined;
  if (kind !== undefined && !isLine) fields.unreadable['flags.--health-cmd'] = NO_FLAG;
  const retries = number('--health-retries', 'Retries');
  const told: [flag: string, value: string][] = [
    ...(isLine ? [['--health-cmd', line] satisfies [string, string]] : []),
    ...TIMES.map(([flag, field]): [string, number] => [flag, number(flag, field)])
      .filter(([, time]) => time > 0)
      .map(([flag, time]): [string, string] => [flag, `${time / 1e9}s`]),
    ...(retries > 0 ? [['--health-retries', String(retries)] satisfies [string, string]] : []),
  ];
  return told.map(([flag, value]) => ({ flag, value, about: 'other' }));
}
