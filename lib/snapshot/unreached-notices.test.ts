import { expect, it } from 'vitest';
import { notices as chinese } from '../i18n/zh-CN/notices';
import { notices as english } from '../i18n/en/notices';
import { perType } from '../model/namespace-type';
import type { HostReading } from '../proc/reading';
import { noticesFor } from './notices';
import type { Readings } from './readings';

/* What is said of engines that could not be asked, beside those that answered. */

const namespaces = perType(() => null);
const host: HostReading = {
  bootId: 'boot',
  bootTime: 0,
  ticksPerSecond: 100,
  hostname: 'machine',
  kernel: '6.8.0',
  cgroups: 'v2',
  namespaces,
  lacks: [],
  namespacesFrom: 'pid1',
  reader: { uid: 0, namespaces },
  hidepid: null,
  unreadable: {},
};

function said(over: Partial<Pick<Readings, 'unreached' | 'unasked'>>) {
  const readings: Readings = {
    ...{ host, reader: 'direct', processes: new Map(), namespaces: new Map(), engines: [] },
    ...{ unreached: [], unasked: 0, hidden: 0, ...over },
  };
  return noticesFor({ host, records: { engines: [], containers: [] }, processes: [], readings });
}

const attempt = (problem: Readings['unreached'][number]['problem']) => ({
  ...{ url: 'unix:///run/crio/crio.sock', from: 'cri-o', problem, reason: 'that is why' },
});

it.each([
  ['denied', /may not be asked by nsview/],
  ['unsupported', /was named as an engine/],
  ['hanging', /does not answer as an engine does/],
  ['protocol', /does not answer as an engine does/],
] as const)('%s: where, why and what can be done', (problem, words) => {
  const [notice, ...others] = said({ unreached: [attempt(problem)] });
  expect(others).toEqual([]);
  expect(notice?.code).toBe('engine-unreached');
  for (const { 'engine-unreached': say } of [english, chinese]) {
    const text = say(notice?.params ?? {});
    expect(text).toContain('unix:///run/crio/crio.sock');
    expect(text).toContain('that is why');
    expect(text).not.toContain('undefined');
  }
  expect(notice?.text).toMatch(words);
});

it.each([
  [0, []],
  [1, ['One more socket was']],
  [3, ['3 more sockets were']],
])('%i places that are not asked', (unasked, beginnings) => {
  const texts = said({ unasked }).map(({ text }) => text.split(' found')[0]);
  expect(texts).toEqual(beginnings);
});
