import * as z from 'zod/mini';

/** What an answer of `inside` says of itself, and not of the namespace. */
const ABOUT_ITSELF = ['type', 'takenAt', 'through', 'unreadable'];

/** What was told of one namespace: an answer of `inside`, or `{error}`. */
export type ToldInside = Readonly<Record<string, unknown>>;

/** The fields that an answer has. */
export function factsIn(answer: ToldInside): string[] {
  return Object.keys(answer).filter((field) => !ABOUT_ITSELF.includes(field));
}

/** `read`, or why a field is not there; `in part: …` where something of it is. */
export function howRead(answer: ToldInside | undefined, field: string): string {
  if (answer === undefined) return 'not told';
  const { error, unreadable } = answer;
  if (error !== undefined) return String(asRecord(error).message);
  const reasons = Object.entries(asRecord(unreadable)).filter(
    ([key]) => key === field || key.startsWith(`${field}.`),
  );
  if (reasons.length === 0) return 'read';
  const different = [...new Set(reasons.map(([, reason]) => String(reason)))].join(', ');
  if (answer[field] === null) return different;
  const parts = reasons.map(([key]) => key.slice(field.length + 1)).join(', ');
  return `in part: ${different} for ${parts}`;
}

/** A table as text: the first row has its titles. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  return rows.map((row) => `${line(row).trimEnd()}\n`).join('');
}

/** @throws where it is none */
export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(value);
}
