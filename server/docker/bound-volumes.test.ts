import { expect, it } from 'vitest';
import { readConfig } from '@lib/config/read-config';
import { withBound } from './bound-volumes';
import { EngineError } from '../engine/engine-error';

const Mounts = [
  { Type: 'bind', Source: '/srv', Destination: '/a', RW: true },
  { Type: 'volume', Name: 'plain', Source: '/v/plain/_data', Destination: '/b', RW: true },
  { Type: 'volume', Name: 'etc', Source: '/v/etc/_data', Destination: '/c', RW: false },
  { Type: 'tmpfs', Source: '', Destination: '/d', RW: true },
];
const config = readConfig({ Config: { Image: 'web' }, HostConfig: {}, Mounts });
if (config === null) throw new Error('it is an object');

it('asks about volumes alone, each by its name', async () => {
  const asked: string[] = [];
  const volume = (name: string) => {
    asked.push(name);
    return Promise.resolve({ bound: name === 'etc' ? '/etc' : null });
  };
  const { mounts, unreadable } = await withBound(config, { volume });
  expect(asked).toEqual(['plain', 'etc']);
  expect(mounts.map(({ bound }) => bound)).toEqual([null, null, '/etc', null]);
  expect(mounts.map(({ volume: name }) => name)).toEqual([null, 'plain', 'etc', null]);
  expect(unreadable).toEqual(config.unreadable);
});

it('says of which one it was not told, and tells all the others', async () => {
  const volume = (name: string) =>
    name === 'plain'
      ? Promise.reject(new EngineError('http', 'HTTP 403: forbidden', 403))
      : Promise.resolve({ bound: '/etc' });
  const { mounts, unreadable } = await withBound(config, { volume });
  expect(mounts.map(({ bound }) => bound)).toEqual([null, null, '/etc', null]);
  expect(unreadable).toMatchObject({ 'mounts.1.bound': 'HTTP 403: forbidden' });
});
