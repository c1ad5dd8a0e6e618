import type { Messages } from '../i18n/messages';
import type { Notice } from '../model/host';

/**
 * A notice in the language of the reader; in English, as the server put it, where this page does not
 * know the code.
 */
export function noticeText(notice: Notice, { notices }: Pick<Messages, 'notices'>): string {
  const sentences: Record<string, ((params: Record<string, string>) => string) | undefined> =
    notices;
  return sentences[notice.code]?.(notice.params) ?? notice.text;
}
