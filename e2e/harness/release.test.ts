import { expect, test } from 'vitest';
import { billOf, installedBeside, inTheWay } from './release.mjs';

const READY = {
  version: '1.2.0',
  changelog: '# Changelog\n\n## 1.2.0 — 2026-12-01\n\n- New.\n\n## 1.1.0 — 2026-11-01\n',
  tags: ['v1.1.0'],
  changed: [],
};

test('nothing is in the way of what is ready', () => {
  expect(inTheWay(READY)).toEqual([]);
});

test.each([
  ['a file that is not committed', { changed: ['lib/a.ts'] }, 'lib/a.ts is not committed'],
  ['a version that is none', { version: 'next' }, 'next in package.json is no version'],
  ['a version that was given out', { tags: ['v1.2.0'] }, 'v1.2.0 was given out already'],
  ['a changelog without it', { version: '1.3.0' }, 'CHANGELOG.md says nothing of 1.3.0'],
  [
    'a changelog without a day',
    { changelog: '## 1.2.0 — unreleased' },
    '"## 1.2.0 — unreleased" in CHANGELOG.md has no day',
  ],
  ['a version that begins like another', { version: '1.2' }, 'says nothing of 1.2'],
])('%s is', (_name, change, said) => {
  expect(inTheWay({ ...READY, ...change }).join('\n')).toContain(said);
});

test('what is installed with it is that of every machine, and nothing that only builds it', () => {
  const packages = {
    '': { version: '1.2.0' },
    'node_modules/koffi': { version: '3.0.0' },
    'node_modules/@koromix/koffi-linux-arm64': { version: '3.0.0', optional: true },
    'node_modules/koffi/node_modules/zod': { version: '4.0.0' },
    'node_modules/eslint': { version: '10.0.0', dev: true },
  };
  expect(installedBeside({ packages })).toEqual([
    'koffi@3.0.0',
    '@koromix/koffi-linux-arm64@3.0.0',
    'zod@4.0.0',
  ]);
});

test('a bill lists what is given out, and nothing that only builds it', () => {
  const component = (ref: string) => ({ 'bom-ref': ref, scope: 'optional', properties: [1] });
  const bill = {
    bomFormat: 'CycloneDX',
    metadata: { timestamp: 'now', component: { name: 'my-clone', version: '1.2.0' } },
    components: ['zod@4.0.0', 'eslint@10.0.0', 'koffi@3.0.0'].map(component),
    dependencies: [
      { ref: 'nsview@1.2.0', dependsOn: ['zod@4.0.0', 'eslint@10.0.0', 'koffi@3.0.0'] },
      { ref: 'zod@4.0.0', dependsOn: [] },
      { ref: 'eslint@10.0.0', dependsOn: ['zod@4.0.0'] },
    ],
  };
  expect(billOf(bill, new Set(['zod@4.0.0', 'koffi@3.0.0']), 'nsview@1.2.0')).toEqual({
    bomFormat: 'CycloneDX',
    metadata: { timestamp: 'now', component: { name: 'nsview', version: '1.2.0' } },
    components: [
      { 'bom-ref': 'zod@4.0.0', scope: 'required', properties: [] },
      { 'bom-ref': 'koffi@3.0.0', scope: 'required', properties: [] },
    ],
    dependencies: [
      { ref: 'nsview@1.2.0', dependsOn: ['zod@4.0.0', 'koffi@3.0.0'] },
      { ref: 'zod@4.0.0', dependsOn: [] },
    ],
  });
});
