import { once } from 'node:events';
import { weighNotices } from '@lib/facts/notice';
import { noticeText } from '@lib/facts/notice-text';
import type { Engine } from '@lib/model/host';
import type { Sight, Snapshot } from '@lib/model/snapshot';
import { printable } from '@lib/table/printable';
import type { CommonConfig } from '../config/common';
import type { Machine } from '../machine/machine';
import type { Source } from '../source/source';
import { thisMachineAlone } from './this-machine';

/** Milliseconds that an engine is given to answer. */
const PATIENCE = 3000;
/** Milliseconds after which the person at the terminal is told what takes so long. */
const SILENT = 1000;
/** To the line's beginning, and clear it: console_codes(4). */
const CLEAR_LINE = '\r\x1b[K';
/** Milliseconds that the reader in a container is given; what it waits for has deadlines of its own. */
const READER_PATIENCE = 90_000;

/**
 * Looks at this machine once, when its engine has answered or had its time; leaves nothing open.
 * Without the engine, standard error is told so.
 */
export async function lookOnce(config: CommonConfig): Promise<Snapshot> {
  const source = thisMachineAlone(config);
  try {
    await machineKnown(source, config);
    const first = await source.read({ watchedPids: [], whole: true, patience: 0 });
    await search(source, config);
    const sight = (await source.read({ watchedPids: [], whole: true, patience: 0 })) ?? first;
    if (sight === null) throw new Error('the source had nothing to read');
    const snapshot = { ...sight, seq: 1 };
    tellMissingEngines(snapshot, config);
    return snapshot;
  } finally {
    await source.close();
  }
}

/** Looks for what else holds namespaces; where that takes long, a terminal is told what is going on. */
async function search(source: Source, { messages }: CommonConfig): Promise<void> {
  const { isTTY } = process.stderr;
  let told = false;
  const timer = setTimeout(() => {
    told = isTTY;
    if (told) process.stderr.write(messages.cli.searching);
  }, SILENT);
  await source.search().finally(() => clearTimeout(timer));
  if (told) process.stderr.write(CLEAR_LINE);
}

/** What is missing from what is printed, and why, to standard error. */
export function tellLimits({ host }: Snapshot, { messages }: CommonConfig): void {
  const { limits } = weighNotices(host);
  for (const notice of limits) tell(`nsview: ${noticeText(notice, messages)}`);
}

/**
 * Resolves when every engine has answered or been found not to, or has had its time, and the reader
 * in a container reads, if it was asked for. @throws when it does not: then nothing is read instead
 */
export async function machineKnown(source: Machine, { messages }: CommonConfig): Promise<void> {
  await source.prepare();
  await until(source, () => source.enginesKnown(), PATIENCE);
  if (source.enginesKnown()) await until(source, () => source.readerKnown(), READER_PATIENCE);
  const state = source.reader.state();
  if (state.state === 'failed') {
    throw new Error(messages.reader.failed(state.step, state.problem, state.reason));
  }
  if (!source.readerKnown()) throw new Error(messages.reader.failed('engine', 'silent', ''));
}

/** Waits until it is known, but no longer than `patience` milliseconds. */
async function until(source: Source, known: () => boolean, patience: number): Promise<void> {
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), patience);
  source.onHint(() => {
    if (known()) enough.abort();
  });
  if (!known()) await once(enough.signal, 'abort');
  clearTimeout(timer);
}

/** Says on standard error which engines were not reached. */
export function tellMissingEngines({ engines }: Sight, config: CommonConfig): void {
  for (const engine of engines) {
    if (engine.state !== 'connected') tell(withoutEngine(engine, config));
  }
}

function withoutEngine({ endpoint, tried }: Engine, { messages }: CommonConfig): string {
  const { cli, model } = messages;
  const attempts = tried.map(({ url, problem, reason }) => model.attempt(url, problem, reason));
  return cli.withoutEngine(attempts.length > 0 ? model.list(attempts) : cli.engineSlow(endpoint));
}

function tell(line: string): void {
  process.stderr.write(`${printable(line)}\n`);
}
