import { expect, it } from 'vitest';
import { noticeText } from './notice';

it('speaks the reader’s language, and English where it does not know the code', () => {
  const params = { count: '3', total: '9', errno: 'EACCES' };
  const known = { code: 'links-unreadable', params, text: 'in English' };
  expect(noticeText(known, 'zh-CN')).toMatch(/9 个进程中有 3 个/);
  expect(noticeText({ ...known, code: 'newer' }, 'zh-CN')).toBe('in English');
});
