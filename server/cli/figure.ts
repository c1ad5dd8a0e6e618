import { basename } from 'node:path';
import { MissingCharacter } from '@lib/figure/outlined';
import type { Recording } from '@lib/recording/parse';
import { printable, printableJson } from '@lib/table/printable';
import { wrongValue } from '../config/common';
import type { FigureConfig, OneFigureConfig } from '../config/figure';
import { drawSvg } from '../figure/draw';
import { atMoment, type Moment } from '../figure/moment';
import { named } from '../figure/named';
import { remoteMoment } from '../figure/remote';
import { RECORDINGS } from '../figure/sources';
import { writeWhole } from '../figure/write-whole';
import { shippedFile } from '../hub/show';
import { readToken } from '../security/token';
import { UsageError } from '../usage-error';
import { atThisMachine } from './figure-machine';
import { openRecording } from './open-recording';

/**
 * `nsview figure`: a view as SVG or PNG, without a browser; `nsview figure FILE`: those of a file; `--schema`: what such
 * a file can be.
 */
export async function figure(config: FigureConfig): Promise<void> {
  switch (config.action) {
    case 'one':
      return one(config);
    case 'schema': {
      const { figuresJsonSchema } = await import('@lib/figures-file/form');
      process.stdout.write(`${printableJson(figuresJsonSchema(), 2)}\n`);
      return;
    }
    case 'draw':
    case 'check':
    case 'watch':
      return (await import('./figures')).figures(config);
  }
}

async function one(config: OneFigureConfig): Promise<void> {
  const { output, scale } = config;
  const svg = await drawn(config);
  if (output === null) {
    process.stdout.write(svg);
    return;
  }
  // Only who wants one waits for what draws it.
  const content = scale === null ? svg : await (await import('../figure/png')).png(svg, scale);
  try {
    await writeWhole(output, content);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(config.messages.cli.cannotWrite(printable(output), printable(why)));
  }
}

async function drawn(config: OneFigureConfig): Promise<string> {
  const { viewState, size, theme, language, text, output, messages } = config;
  const name = output === null ? 'figure' : basename(output).replace(/\.\w+$/, '');
  let svg = '';
  try {
    await withMoment(config, async (moment) => {
      svg = await drawSvg(moment, text, { viewState, size, theme, language, name });
    });
  } catch (error) {
    if (!(error instanceof MissingCharacter)) throw error;
    const { missingCharacter } = messages.cli.figureCommand;
    throw new Error(missingCharacter(named(error.character), printable(error.text)));
  }
  return svg;
}

async function withMoment(
  config: OneFigureConfig,
  look: (moment: Moment) => Promise<void>,
): Promise<void> {
  const { from, at } = config;
  if (from === null) {
    await atThisMachine(config, look);
  } else if ('url' in from) {
    await look(await remote(from.url, config));
  } else {
    const path = 'file' in from ? from.file : shippedFile(RECORDINGS, from.shipped);
    const recording = await openRecording(path, config);
    mayCompare(config, recording);
    await atMoment(recording, at ?? recording.duration, look);
  }
}

/** There is the moment that the view is compared with. @throws UsageError */
function mayCompare({ viewState: { from }, messages }: OneFigureConfig, { duration }: Recording) {
  if (from === null || from <= duration) return;
  const { startInRecording } = messages.cli.figureCommand;
  throw wrongValue(
    messages.cli,
    '--view',
    `from=${from / 1000}`,
    startInRecording(duration / 1000),
  );
}

async function remote(url: string, { tokenFile, messages }: OneFigureConfig): Promise<Moment> {
  const token = tokenFile === null ? null : readToken(tokenFile, messages);
  try {
    return await remoteMoment(url, token);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(messages.cli.figureCommand.cannotAsk(printable(url), printable(why)));
  }
}
