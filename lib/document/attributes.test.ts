import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentAttributes, roleNamed } from './attributes';

const BEFORE = { 'data-state': 'connecting', 'data-engine': 'connecting', 'data-settled': 'false' };

test.each([
  ['nothing said', '', undefined, { lang: 'en' }],
  ['a browser in Chinese', '', 'zh-CN,zh;q=0.9', { lang: 'zh-CN' }],
  ['the link says another language', '?lang=en', 'zh-CN', { lang: 'en' }],
  ['a theme', '?theme=light', 'en', { lang: 'en', 'data-theme': 'light' }],
  ['a theme that there is none of', '?theme=pink', 'en', { lang: 'en' }],
  ['for a projector', '?projector=1', 'en', { lang: 'en', 'data-projector': '1' }],
])('%s', (_name, search, acceptLanguage, expected) => {
  const asked = { search, acceptLanguage, role: null };
  expect(documentAttributes(asked)).toEqual({ ...BEFORE, ...expected });
});

test('whose page it is', () => {
  const asked = { search: '', acceptLanguage: 'en', role: roleNamed('follower') };
  expect(documentAttributes(asked)).toEqual({ ...BEFORE, lang: 'en', 'data-role': 'follower' });
  expect(['', 'presenter', 'else'].map(roleNamed)).toEqual([null, 'presenter', null]);
});

test('whatever is asked for, no value ends its quotes', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (theme, lang, acceptLanguage) => {
      const search = `?${new URLSearchParams({ theme, lang, projector: lang }).toString()}`;
      const attributes = documentAttributes({ search, acceptLanguage, role: roleNamed(theme) });
      expect(Object.values(attributes).join('')).toMatch(/^[\w-]*$/);
    }),
  );
});
