import { expect, it } from 'vitest';
import { PRIVILEGES, USE } from '../findings/fixtures/one';
import { namespaceId } from '../model/ids';
import { anonymousAnswer } from './anonymize-answer';
import { keptAnswerSchema, type KeptAnswer } from './answers';
import { namesOf } from './names';

const TAKEN_AT = '2026-11-23T15:30:00.000Z';
const BOOT = '11111111-2222-4333-8444-555555555555';
const base = { takenAt: TAKEN_AT, through: null, unreadable: {} };
const NET = namespaceId('net', '4026532001');

const TOLD: Record<KeptAnswer['asked'], KeptAnswer> = {
  image: {
    ...{ asked: 'image', question: { image: 'laptop:5000/alice/web' }, life: '' },
    answer: {
      ...{ ...base, engine: 'docker:unix:///home/alice/d.sock', id: 'sha256:1', bytes: 5 },
      ...{ tags: ['laptop:5000/alice/web:1'], containers: ['c1'], steps: null },
      layers: [{ digest: 'd', bytes: 5, instruction: 'COPY /home/alice/a /srv', sharedWith: [] }],
      unreadable: { bytes: 'denied to alice' },
    },
  },
  process: {
    ...{ asked: 'process', question: { pid: 7 }, life: `${BOOT} 12` },
    answer: { ...PRIVILEGES, ...base, lsm: 'profile-of-alice (enforce)' },
  },
  reach: {
    asked: 'reach',
    question: { from: 'alice', to: ':host', protocol: 'tcp', port: 80 },
    life: `${BOOT} 1 ${BOOT} 2`,
    answer: {
      ...{ ...base, verdict: 'no' },
      hops: [
        {
          ...{ where: NET, back: false },
          says: { code: 'dropped', chain: 'ip alice INPUT', device: 'wg-alice', rule: 2 },
        },
      ],
      changes: [{ code: 'allow', chain: 'ip alice INPUT', what: '-s laptop' }],
    },
  },
  usage: {
    ...{ asked: 'usage', question: { pids: [7] }, life: '' },
    answer: {
      ...base,
      processes: [{ pid: 7, startTicks: '12', state: 'S', rssBytes: 1, cpuMs: 2 }],
    },
  },
  use: {
    ...{ asked: 'use', question: { container: 'alice' }, life: `${BOOT} 7 12` },
    answer: {
      ...{ ...USE, ...base, paths: { memory: '/user.slice/alice' } },
      memory: { ...USE.memory, limitFrom: '/user.slice/alice' },
      cpu: { ...USE.cpu, limitFrom: '/user.slice/alice' },
      pids: { ...USE.pids, limitFrom: '/user.slice/alice' },
      io: [
        {
          ...{ device: '8:0', readBytes: 1, writtenBytes: 2 },
          limits: { readBytes: { perSecond: 3, from: '/user.slice/alice' } },
        },
      ],
      network: [{ device: 'wg-alice', receivedBytes: 1, receivedPackets: 2 }],
      unreadable: { frozen: 'denied to alice' },
    },
  },
};

it.each(Object.values(TOLD))(
  'of $asked it tells neither of users, of the machine nor of its boot',
  (kept) => {
    const told = anonymousAnswer(kept, BOOT, namesOf('laptop', ['alice']));
    expect(JSON.stringify(told)).not.toMatch(/alice|laptop/);
    expect(JSON.stringify(told)).not.toContain(BOOT);
    // All else stays, and it is still an answer to that.
    expect(keptAnswerSchema.parse(told)).toEqual(told);
    const words = (each: KeptAnswer) =>
      JSON.stringify(each).replaceAll(/alice|user1|laptop|host/g, '');
    expect(words(told).replaceAll(/00000000-0000-4000-8000-0{12}/g, BOOT)).toBe(words(kept));
  },
);

it.each(Object.values(TOLD))('that there is no $asked stays so', (kept) => {
  const gone = anonymousAnswer({ ...kept, answer: null }, BOOT, namesOf('laptop', ['alice']));
  expect(gone.answer).toBeNull();
});
