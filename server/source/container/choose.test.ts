import { describe, expect, it } from 'vitest';
import { nodeChoices } from './choose';

const DEBIAN = { operatingSystem: 'Debian GNU/Linux 12 (bookworm)' };
const DESKTOP = { operatingSystem: 'Docker Desktop' };
const HOST = { kind: 'host' } as const;
const image = (tag: string) => ({ kind: 'image', tag }) as const;

describe('nodeChoices', () => {
  it.each([
    ['nothing known of the machine', { operatingSystem: null }, [], [HOST]],
    ['the host’s own node', DEBIAN, [], [HOST]],
    ['an image besides, should that fail', DEBIAN, ['node:22'], [HOST, image('node:22')]],
    ['Docker Desktop with an image', DESKTOP, ['node:22-slim'], [image('node:22-slim')]],
    ['Docker Desktop without', DESKTOP, ['ubuntu:latest'], []],
    [
      'the newest',
      DESKTOP,
      ['node:20', 'node:24.1-alpine', 'node:22'],
      [image('node:24.1-alpine')],
    ],
    ['of equals, always the same', DESKTOP, ['node:22-slim', 'node:22'], [image('node:22')]],
    ['too old', DESKTOP, ['node:18', 'node:2', 'node:8.20'], []],
    ['a tag that does not say which', DESKTOP, ['node:latest', 'node:lts'], []],
    [
      'as Podman names it',
      DESKTOP,
      ['docker.io/library/node:20'],
      [image('docker.io/library/node:20')],
    ],
    ['no official image', DESKTOP, ['evil/node:22', 'node-red:22', 'x.example/node:22'], []],
  ])('%s', (_, info, tags, expected) => {
    expect(nodeChoices(info, tags)).toEqual(expected);
  });
});
