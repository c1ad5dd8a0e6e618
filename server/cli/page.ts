import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { formatLine, type RecordingLine } from '@lib/recording/format';
import { printable } from '@lib/table/printable';
import { formatViewState } from '@lib/view-state/view-state';
import type { PageConfig } from '../config/page';
import { RECORDINGS } from '../figure/sources';
import { remoteMoment } from '../figure/remote';
import { tryToWrite, writeWhole } from '../figure/write-whole';
import { shippedFile } from '../hub/show';
import { readToken } from '../security/token';
import { pageOf } from '../taken/page-of';
import { UsageError } from '../usage-error';
import { openRecording } from './open-recording';
import { recordMachine } from './record-machine';
import { headerOf, RecordingWriter } from './recording-writer';

/** What a page plays, and what it is called where nobody says. */
interface Played {
  lines: string[];
  name: string;
}

/** `nsview page`: a recording, or this machine, as one file of HTML that needs nothing else. @throws UsageError */
export async function page(config: PageConfig): Promise<void> {
  const { output, viewState, language, title, messages } = config;
  const cannotWrite = (error: unknown) =>
    new UsageError(messages.cli.cannotWrite(printable(output), reasonOf(error)));
  // Before what may take an hour.
  await tryToWrite(output).catch((error: unknown) => {
    throw cannotWrite(error);
  });
  const { lines, name } = await played(config);
  const document = await pageOf(lines, {
    title: title ?? name,
    language: viewState.language ?? language,
    // What it shows is in it, by whatever name.
    begins: formatViewState({ ...viewState, recording: null }),
  });
  try {
    await writeWhole(output, document);
  } catch (error) {
    throw cannotWrite(error);
  }
  const kilobytes = Math.ceil(Buffer.byteLength(document) / 1000);
  process.stderr.write(`${messages.cli.pageCommand.made(printable(output), kilobytes)}\n`);
}

async function played(config: PageConfig): Promise<Played> {
  const { from } = config;
  if (from === null) return ofMachine(config);
  if ('url' in from) return remote(from.url, config);
  if ('file' in from) {
    return {
      lines: await linesOf(from.file, config),
      name: basename(from.file).split('.')[0] ?? '',
    };
  }
  const titles: Readonly<Record<string, string>> = config.messages.recordings.titles;
  const lines = await linesOf(shippedFile(RECORDINGS, from.shipped), config);
  return { lines, name: titles[from.shipped] ?? from.shipped };
}

async function linesOf(file: string, config: PageConfig): Promise<string[]> {
  const lines: string[] = [];
  await openRecording(file, config, (line) => lines.push(line));
  return lines;
}

/** Recorded into a file, as memory is no place for an hour; it is gone afterwards. */
async function ofMachine(config: PageConfig): Promise<Played> {
  const folder = await mkdtemp(join(tmpdir(), 'nsview-page-'));
  try {
    const file = join(folder, 'recording.jsonl.gz');
    const writer = await RecordingWriter.create(file, headerOf(false), false);
    const lasts = config.lasts ?? 'moment';
    const wanted = { anonymous: false, inside: true, lesson: null, lasts } as const;
    await recordMachine(writer, wanted, config);
    const lines: string[] = [];
    const { timeline } = await openRecording(file, config, (line) => lines.push(line));
    return { lines, name: timeline.snapshotOf(0).host.hostname };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What another nsview shows now; what its namespaces isolate is not in it. */
async function remote(url: string, { tokenFile, messages }: PageConfig): Promise<Played> {
  const token = tokenFile === null ? null : readToken(tokenFile, messages);
  try {
    const { snapshot } = await remoteMoment(url, token);
    const lines: RecordingLine[] = [
      { at: 0, snapshot },
      { at: 0, end: true },
    ];
    const all = [headerOf(false), ...lines];
    return { lines: all.map((line) => formatLine(line).trimEnd()), name: snapshot.host.hostname };
  } catch (error) {
    throw new UsageError(messages.cli.pageCommand.cannotAsk(printable(url), reasonOf(error)));
  }
}

function reasonOf(error: unknown): string {
  return printable(error instanceof Error ? error.message : String(error));
}
