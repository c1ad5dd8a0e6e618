import type { Findings } from '../findings/finding';
import type { Messages } from '../i18n/messages';
import { printableJson } from '../table/printable';
import type { DocumentFormat } from './document-format';
import { markdownOf } from './markdown';
import { sarifOf } from './sarif';

/** All that was told, as a document. @param told as JSON, whatever it has besides findings is in it */
export function documentOf(format: DocumentFormat, told: Findings, messages: Messages): string {
  switch (format) {
    case 'json':
      return printableJson(told);
    case 'sarif':
      return printableJson(sarifOf(told, messages));
    case 'markdown':
      return markdownOf(told, messages);
  }
}
