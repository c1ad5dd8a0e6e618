import { messagesFor } from '../i18n/messages';
import type { Notice } from '../model/host';
import type { Language } from '../view-state/view-state';

/**
 * A notice in the language of the reader; in English, as the server put it, where this page does not
 * know the code.
 */
export function noticeText(notice: Notice, language: Language): string {
  const sentences: Record<string, ((params: Record<string, string>) => string) | undefined> =
    messagesFor(language).notices;
  return sentences[notice.code]?.(notice.params) ?? notice.text;
}
