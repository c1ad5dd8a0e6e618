import { expect, it } from 'vitest';
import { zhCN } from '../i18n/zh-CN';
import { weighNotices } from './notice';
import { noticeText } from './notice-text';

it('speaks the reader’s language, and English where it does not know the code', () => {
  const params = { count: '3', total: '9', errno: 'EACCES' };
  const known = { code: 'links-unreadable', params, text: 'in English' };
  expect(noticeText(known, zhCN)).toMatch(/9 个进程中仍有 3 个/);
  expect(noticeText({ ...known, code: 'newer' }, zhCN)).toBe('in English');
});

it('keeps what explains apart from what is missing; what it does not know counts as missing', () => {
  const notice = (code: string, params: Record<string, string> = {}) => ({
    code,
    params,
    text: '',
  });
  const limits = [
    notice('not-root'),
    notice('host-namespaces', { from: 'initial' }),
    notice('newer'),
  ];
  const asides = [notice('host-namespaces', { from: 'kthreadd' }), notice('rootless')];
  const mixed = [asides[0], limits[0], limits[1], asides[1], limits[2]].flatMap(
    (each) => each ?? [],
  );
  expect(weighNotices({ notices: mixed, reader: 'direct' })).toEqual({ limits, asides });
  // Of a recording nothing can be mended: all of it is for those who ask.
  expect(weighNotices({ notices: mixed, reader: 'recording' })).toEqual({
    limits: [],
    asides: mixed,
  });
});
