import { describe, expect, it } from 'vitest';
import { found } from '../report/fixtures/told';
import { acknowledgementOf, apart } from './acknowledgement';

const ports = found('ports-everywhere', 'c1', { of: ['80/tcp', '443/tcp'] });
const { subject } = ports;

describe('what is acknowledged', () => {
  it.each([
    ['the same, found in another order', { of: ['443/tcp', '80/tcp'] }],
    ['the same container, renamed', { subject: { ...subject, name: 'web' } }],
    ['the same, seen by another command', { evidence: [] }],
  ])('is %s', (_, more) => {
    expect(acknowledgementOf({ ...ports, ...more })).toBe(acknowledgementOf(ports));
  });

  it.each([
    ['another rule', { rule: 'joined' }],
    ['worse', { severity: 'high' }],
    ['of another container of its name', { subject: { ...subject, container: 'd'.repeat(64) } }],
    ['of another engine', { subject: { ...subject, engine: 'podman:unix:///p.sock' } }],
    ['about one thing more', { of: ['80/tcp', '443/tcp', '22/tcp'] }],
    ['about fewer things', { of: ['80/tcp'] }],
    ['about one thing that is called as two are', { of: ['443/tcp 80/tcp'] }],
  ] as const)('is not what is %s', (_, more) => {
    expect(
      acknowledgementOf({ ...ports, ...more, of: [...('of' in more ? more.of : ports.of)] }),
    ).not.toBe(acknowledgementOf(ports));
  });
});

it('sets apart what is acknowledged, each in its order', () => {
  const all = [found('privileged', 'a'), found('host-root', 'b'), found('host-pid', 'c')];
  const [first, second, third] = all;
  const known = new Set([acknowledgementOf(found('host-root', 'b')), 'something of long ago']);
  expect(apart(all, known)).toEqual({ open: [first, third], acknowledged: [second] });
  expect(apart(all, new Set())).toEqual({ open: all, acknowledged: [] });
});
