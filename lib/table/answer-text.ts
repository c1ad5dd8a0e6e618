import { printable } from './printable';
import { formatTable } from './table';

const PLAIN = { width: null, paint: (text: string) => text };

/**
 * The answer to any question as text: a line for each field, a table under its name for each list of
 * records. In the order of the answer; field names are those of the JSON.
 */
export function answerText(answer: Readonly<Record<string, unknown>>): string {
  return Object.entries(answer)
    .filter(([, value]) => !isEmpty(value))
    .map(([field, value]) =>
      isRecords(value) ? `${field}:\n${table(value)}` : `${field}: ${cell(value)}\n`,
    )
    .join('');
}

type Fields = Readonly<Record<string, unknown>>;

function table(records: readonly Fields[]): string {
  const fields = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const columns = fields.map((field) => ({
    title: field,
    align: records.every((record) => typeof record[field] === 'number')
      ? ('right' as const)
      : ('left' as const),
  }));
  const rows = records.map((record) => fields.map((field) => cell(record[field])));
  return formatTable(columns, rows, PLAIN);
}

/** What is more than one word goes into a cell as JSON. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return printable(typeof value === 'object' ? JSON.stringify(value) : String(value));
}

function isRecords(value: unknown): value is readonly Fields[] {
  const isRecord = (each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each);
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

/** Nothing is unreadable, nothing was read through. */
function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}
