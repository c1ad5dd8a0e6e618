import { expect, it } from 'vitest';
import { plainText, textIn, textParts } from './text';

it.each([
  ['its own language', { en: 'ring', 'zh-CN': '圆环' }, 'zh-CN', '圆环'],
  ['the first where it does not speak that', { de: 'Ring', en: 'ring' }, 'zh-CN', 'Ring'],
  ['nothing where nothing is said', {}, 'en', ''],
])('says a text: %s', (_, text, language, said) => {
  expect(textIn(text, language)).toBe(said);
});

it.each([
  ['what a machine knows by a name', 'What does `free` say?', ['What does ', '[free]', ' say?']],
  ['one that is at an end', '`docker ps`', ['[docker ps]']],
  ['a letter that stands alone', 'a ` b', ['a ` b']],
  ['words alone', 'a b', ['a b']],
])('tells apart %s', (_what, text, parts) => {
  const told = textParts(text).map((part) => (part.isCode ? `[${part.text}]` : part.text));
  expect(told).toEqual(parts);
});

it('leaves out of a plain text what tells them apart', () => {
  expect(plainText('What does `free` say?')).toBe('What does free say?');
});
