import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseVersion } from './version';

test('the recorded daemon', () => {
  const json: unknown = JSON.parse(
    readFileSync(new URL('./fixtures/version.json', import.meta.url), 'utf8'),
  );
  expect(parseVersion(json)).toEqual({
    kind: 'docker',
    version: '20.10.24+dfsg1',
    apiVersion: '1.41',
    minApiVersion: '1.12',
  });
});

test.each<[string, unknown, ReturnType<typeof parseVersion>]>([
  [
    'podman',
    {
      Version: '4.3.1',
      ApiVersion: '1.41',
      MinAPIVersion: '1.24',
      Components: [{ Name: 'Podman Engine' }],
    },
    { kind: 'podman', version: '4.3.1', apiVersion: '1.41', minApiVersion: '1.24' },
  ],
  ['nothing said', {}, { kind: 'docker', version: null, apiVersion: null, minApiVersion: null }],
  [
    'odd fields',
    { Version: 5, ApiVersion: '1.41', Components: 'x' },
    { kind: 'docker', version: null, apiVersion: '1.41', minApiVersion: null },
  ],
  ['no object', 'OK', null],
])('%s', (_, json, expected) => {
  expect(parseVersion(json)).toEqual(expected);
});
