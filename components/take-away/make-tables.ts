import { messagesFor } from '@lib/i18n/messages';
import { matrixTable } from '@lib/matrix/table';
import { csvTable } from '@lib/table/csv';
import { markdownTable, markdownText } from '@lib/table/markdown';
import { fileOf, type Made, type Shown } from './make-files';

/** Without it spreadsheets take what is not English for another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** The Matrix for spreadsheets. */
export function csvFile(shown: Shown): Promise<Made> {
  const { heads, rows } = tableOf(shown, true);
  const text = BYTE_ORDER_MARK + csvTable([heads, ...rows]);
  return Promise.resolve({ file: fileOf(shown, 'matrix', 'csv', 'text/csv', text), missing: 0 });
}

/** The Matrix for documentation. */
export function markdownFile(shown: Shown): Promise<Made> {
  const { heads, rows } = tableOf(shown, false);
  const lines = markdownTable(
    heads.map(markdownText),
    rows.map((row) => row.map(markdownText)),
  );
  const text = `${lines.join('\n')}\n`;
  const file = fileOf(shown, 'matrix', 'md', 'text/markdown', text);
  return Promise.resolve({ file, missing: 0 });
}

function tableOf({ snapshot, viewState, language }: Shown, numbered: boolean) {
  return matrixTable(snapshot, viewState, messagesFor(language), numbered);
}
