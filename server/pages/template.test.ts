import { expect, test } from 'vitest';
import { filled, NONCE_PLACE, parseTemplate } from './template';

const MADE = `<!DOCTYPE html><html lang="en" data-state="connecting"><script nonce="${NONCE_PLACE}"></script><link nonce="${NONCE_PLACE}"></html>`;

test('attributes and the nonce of an answer are put in, everywhere', () => {
  const page = filled(parseTemplate(MADE), { lang: 'zh-CN', 'data-theme': 'dark' }, 'n1==');
  expect(page).toBe(
    '<!DOCTYPE html><html lang="zh-CN" data-theme="dark"><script nonce="n1=="></script><link nonce="n1=="></html>',
  );
});

test.each([
  ['text', 'Not found', 'no <html>'],
  ['a page whose scripts have no nonce', '<html><script></script></html>', 'no script'],
])('%s is no page that can be filled', (_name, html, why) => {
  expect(() => parseTemplate(html)).toThrow(why);
});
