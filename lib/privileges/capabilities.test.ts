import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beyondDefault,
  CAPABILITIES,
  capabilityNames,
  DEFAULT_CAPABILITIES,
  withoutDefault,
} from './capabilities';

describe('capabilities by name', () => {
  it.each([
    ['none', 0n, []],
    ['the first', 1n, ['CHOWN']],
    ['Docker’s default', 0xa80425fbn, DEFAULT_CAPABILITIES],
    ['all of Linux 5.9 and later', 0x1ffffffffffn, CAPABILITIES],
    ['one that is newer', (1n << 41n) | (1n << 12n), ['NET_ADMIN', '41']],
    ['the last bit', 1n << 63n, ['63']],
  ])('%s', (_, mask, names) => {
    expect(capabilityNames(mask)).toEqual(names);
  });

  it('beside the default: what is more, and what is less', () => {
    const names = capabilityNames((0xa80425fbn | (1n << 12n)) & ~(1n << 27n));
    expect(beyondDefault(names)).toEqual(['NET_ADMIN']);
    expect(withoutDefault(names)).toEqual(['MKNOD']);
    expect(withoutDefault([])).toEqual(DEFAULT_CAPABILITIES);
    expect(beyondDefault(['41'])).toEqual(['41']);
  });

  it('of any set are as many as it has bits, each once', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }), (mask) => {
        const names = capabilityNames(mask);
        expect(new Set(names).size).toBe(mask.toString(2).replaceAll('0', '').length);
        const [more, less] = [beyondDefault(names), withoutDefault(names)];
        expect(names.filter((name) => !more.includes(name))).toEqual(
          DEFAULT_CAPABILITIES.filter((name) => !less.includes(name)),
        );
      }),
    );
  });
});

/** All that capsh decodes, which is 41 of them. */
const decoded = spawnSync('capsh', ['--decode=000001ffffffffff'], { encoding: 'utf8' });

it.skipIf(decoded.status !== 0)('are named as capsh names them', () => {
  const names = decoded.stdout.trim().replace(/^.*=/, '').toUpperCase().replaceAll('CAP_', '');
  expect(capabilityNames(0x1ffffffffffn)).toEqual(names.split(','));
});
