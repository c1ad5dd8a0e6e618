import { describe, expect, it } from 'vitest';
import type { Listening } from '../../inside/net';
import { portsOf, tabsIn } from './tabs';

const socket = (port: number, more: Partial<Listening> = {}): Listening => ({
  ...{ protocol: 'tcp', address: '0.0.0.0', port, device: null, v6Only: null },
  ...{ pids: [7], outside: false },
  ...more,
});
const NOBODY = new Map();

describe('ports', () => {
  it('of both families are one', () => {
    const sockets = [socket(80), socket(80, { protocol: 'tcp6', address: '::' })];
    expect(portsOf(sockets, NOBODY)).toMatchObject([
      { port: 80, protocols: ['tcp', 'tcp6'], addresses: ['0.0.0.0', '::'], withinOnly: false },
    ]);
  });

  it.each([
    ['of different kinds', { protocol: 'udp' } as const],
    ['of different processes', { pids: [8] }],
    ['of somebody outside', { pids: [], outside: true }],
    ['that hear only what is said within', { address: '127.0.0.53' }],
  ])('%s are two', (_, more) => {
    expect(portsOf([socket(53), socket(53, more)], NOBODY)).toHaveLength(2);
  });

  it.each(['127.0.0.11', '::1', '::ffff:127.0.0.1'])(
    'at %s hear nothing from outside',
    (address) => {
      expect(portsOf([socket(53, { address })], NOBODY)).toMatchObject([{ withinOnly: true }]);
    },
  );

  it('that do not fit beside each other hang in rows', () => {
    const ports = portsOf([socket(80), socket(8080), socket(30000)], NOBODY);
    const { tabs, height } = tabsIn(ports, 140, NOBODY, () => 'whose?');
    expect(tabs.map(({ y }) => y > 0)).toEqual([false, false, true]);
    expect(Math.max(...tabs.map(({ x, width }) => x + width))).toBeLessThanOrEqual(140);
    expect(height).toBe(Math.max(...tabs.map((tab) => tab.y + tab.height)));
  });
});
