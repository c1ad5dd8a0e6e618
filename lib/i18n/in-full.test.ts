import { expect, it } from 'vitest';
import { zhCN } from './zh-CN';

const eth0 = { name: 'eth0', address: '172.17.0.2' };
const eth1 = { name: 'eth1', address: null };

it.each([
  ['all are named', [eth0, eth1], 0, 'eth0 172.17.0.2 和 eth1'],
  ['the one and others', [eth0], 2, 'eth0 172.17.0.2 和另外 2 个'],
  ['several and others', [eth0, eth1], 2, 'eth0 172.17.0.2、eth1 和另外 2 个'],
])('devices in Chinese, with no space between Chinese words: %s', (_, devices, more, said) => {
  expect(zhCN.inFull.net.devices(devices, more).join('')).toBe(said);
});
