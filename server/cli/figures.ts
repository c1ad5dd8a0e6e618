import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, relative, resolve } from 'node:path';
import { parseFigures, type FigureEntry, type Problem } from '@lib/figures-file/parse';
import { snippet } from '@lib/figures-file/snippet';
import { meant } from '@lib/lessons/file/found';
import { printable } from '@lib/table/printable';
import type { FiguresConfig } from '../config/figures';
import { Comparison } from '../figure/comparison';
import { Mistaken, reasonOf } from '../figure/mistaken';
import { picturesOf, type Picture } from '../figure/pictures';
import { Sources } from '../figure/sources';
import { writeWhole } from '../figure/write-whole';
import { UsageError } from '../usage-error';
import { atThisMachine } from './figure-machine';
import { openRecording } from './open-recording';

/** Milliseconds in which an editor has written a file. */
const SETTLED = 150;

/**
 * `nsview figure FILE`: the figures of a file, each written whole or not at all. Exit code 0: all are as they should
 * be; 1, with --check: one would be another; 2: one cannot be drawn, or what was asked is wrong.
 */
export async function figures(config: FiguresConfig): Promise<void> {
  if (config.action === 'watch') await drawAndWatch(config);
  else process.exitCode = await drawAll(config);
}

async function drawAndWatch(config: FiguresConfig): Promise<void> {
  const { file, messages } = config;
  // One that is not there is told as without watching: its folder may not be there either.
  await textOf(config);
  let soon: NodeJS.Timeout | null = null;
  let drawing = Promise.resolve();
  // Of its folder: an editor may put another file in its place. Watched from before it is read: what is changed
  // while it is drawn for the first time, or just after that is said, is drawn as well.
  const watcher = watch(dirname(resolve(file)), (_event, name) => {
    if (name !== basename(file)) return;
    if (soon !== null) clearTimeout(soon);
    soon = setTimeout(() => {
      drawing = drawing
        .then(() => drawAll(config))
        .then(noted, (error: unknown) => {
          process.stderr.write(`${printable(reasonOf(error))}\n`);
        });
    }, SETTLED);
  });
  try {
    const first = drawAll(config);
    drawing = first.then(noted);
    await first;
  } catch (error) {
    watcher.close();
    throw error;
  }
  process.stderr.write(`${printable(messages.cli.figuresFile.watching(file))}\n`);
}

function noted(code: number): void {
  process.exitCode = code;
}

/** @returns the exit code */
async function drawAll(config: FiguresConfig): Promise<number> {
  const { file, only, action, live, messages } = config;
  const words = messages.cli.figuresFile;
  const { out, figures: entries, problems } = parseFigures(await textOf(config));
  const chosen = chosenOf(entries, problems, config);
  const folder = dirname(resolve(file));
  const sources = new Sources(
    folder,
    (path) => openRecording(path, config),
    live ? (look) => atThisMachine(config, look) : null,
  );
  const told = problems.filter(({ figure }) => isAsked(figure, only));
  const comparison = action === 'check' ? new Comparison(resolve(folder, out)) : null;
  const say = (problem: Problem) => {
    const { line, figure, field, mistake } = problem;
    const text = words.problem(file, line, figure, field, words.mistake(mistake));
    process.stderr.write(`${printable(text)}\n`);
  };
  for (const problem of told) say(problem);
  let broken = told.length > 0;
  for (const entry of chosen) {
    try {
      const pictures = await sources.look(entry, (moment) => picturesOf(entry, moment));
      if (comparison === null) await write(pictures, entry, resolve(folder, out));
      else for (const picture of pictures) await comparison.add(picture);
    } catch (error) {
      if (!(error instanceof Mistaken)) throw error;
      broken = true;
      say(entry.problem(error.path, error.mistake));
    }
  }
  const isSame = comparison === null || (await tellDifferences(comparison, config));
  if (broken) return 2;
  return isSame ? 0 : 1;
}

function isAsked(figure: Problem['figure'], only: readonly string[]): boolean {
  return only.length === 0 || figure === null || only.includes(String(figure));
}

/** @throws UsageError where one is asked for that is not there */
function chosenOf(
  entries: readonly FigureEntry[],
  problems: readonly Problem[],
  { only, messages }: FiguresConfig,
): FigureEntry[] {
  const { unknownFigure, instead } = messages.cli.figuresFile;
  const names = [
    ...entries.map(({ output }) => output),
    ...problems.flatMap(({ figure }) => (figure === null ? [] : [String(figure)])),
  ];
  // Where nothing of the file could be read, nobody knows what is in it.
  const isRead = entries.length > 0 || problems.every(({ figure }) => figure !== null);
  const unknown = only.find((each) => !names.includes(each));
  if (unknown !== undefined && isRead) {
    const said = instead(meant(unknown, names), [...new Set(names)]);
    throw new UsageError(unknownFigure(printable(unknown), said));
  }
  return entries.filter(({ output }) => only.length === 0 || only.includes(output));
}

/** All of a figure's pictures are drawn before the first of them is written. */
async function write(pictures: readonly Picture[], entry: FigureEntry, folder: string) {
  const files: [path: string, content: string | Uint8Array][] = [];
  for (const { name, svg, outlines } of pictures) {
    files.push([`${name}.svg`, svg]);
    if (entry.png === undefined) continue;
    const { png } = await import('../figure/png');
    files.push([`${name}.png`, await png(outlines, entry.png)]);
  }
  for (const [name, content] of files) {
    try {
      await writeWhole(resolve(folder, name), content);
    } catch (error) {
      const why = { code: 'cannot-write' as const, what: name, why: reasonOf(error) };
      throw new Mistaken(['output'], why);
    }
  }
  for (const { name, alt, caption } of pictures) {
    const path = relative('.', resolve(folder, `${name}.svg`));
    process.stdout.write(`${printable(snippet(path, alt, caption))}\n`);
  }
}

/** @returns whether all are as they were drawn */
async function tellDifferences(
  comparison: Comparison,
  { messages, language }: FiguresConfig,
): Promise<boolean> {
  const words = messages.cli.figuresFile;
  const { differences, page } = await comparison.end(words.differences, language);
  for (const { name, before } of differences) {
    const file = relative('.', resolve(comparison.folder, `${name}.svg`));
    process.stderr.write(`${before === null ? words.missing(file) : words.changed(file)}\n`);
  }
  if (page !== null) process.stderr.write(`${words.page(relative('.', page))}\n`);
  return differences.length === 0;
}

/** @throws UsageError */
async function textOf({ file, messages: { cli } }: FiguresConfig): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(cli.cannotOpen(printable(file), printable(reasonOf(error))));
  }
}
