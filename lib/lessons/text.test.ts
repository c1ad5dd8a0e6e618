import { expect, it } from 'vitest';
import { textIn } from './text';

it.each([
  ['its own language', { en: 'ring', 'zh-CN': '圆环' }, 'zh-CN', '圆环'],
  ['the first where it does not speak that', { de: 'Ring', en: 'ring' }, 'zh-CN', 'Ring'],
  ['nothing where nothing is said', {}, 'en', ''],
])('says a text: %s', (_, text, language, said) => {
  expect(textIn(text, language)).toBe(said);
});
