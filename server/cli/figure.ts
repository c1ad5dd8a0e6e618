import { basename, join } from 'node:path';
import { MissingCharacter } from '@lib/figure/outlined';
import { printable } from '@lib/table/printable';
import type { FigureConfig } from '../config/figure';
import { drawSvg } from '../figure/draw';
import { atMoment, type Moment } from '../figure/moment';
import { remoteMoment } from '../figure/remote';
import { writeWhole } from '../figure/write-whole';
import { shippedFile } from '../hub/show';
import { ROOT } from '../root';
import { readToken } from '../security/token';
import { UsageError } from '../usage-error';
import { atDesk } from './at-desk';
import { tellMissingEngines } from './look';
import { openRecording } from './open-recording';

/** `nsview figure`: a view as SVG or PNG, without a browser. */
export async function figure(config: FigureConfig): Promise<void> {
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

async function drawn(config: FigureConfig): Promise<string> {
  const { viewState, size, theme, language, text, output, messages } = config;
  const name = output === null ? 'figure' : basename(output).replace(/\.\w+$/, '');
  let svg = '';
  try {
    await withMoment(config, async (moment) => {
      svg = await drawSvg(moment, { viewState, size, theme, language, text, name });
    });
  } catch (error) {
    if (!(error instanceof MissingCharacter)) throw error;
    throw new Error(missing(error, messages.cli.figureCommand), { cause: error });
  }
  return svg;
}

async function withMoment(
  config: FigureConfig,
  look: (moment: Moment) => Promise<void>,
): Promise<void> {
  const { from, at } = config;
  if (from === null) {
    await atDesk(config, async (desk, hub) => {
      const snapshot = await hub.searched();
      tellMissingEngines(snapshot, config);
      await look({ snapshot, ask: (question) => desk.answer(question) });
    });
  } else if ('url' in from) {
    await look(await remote(from.url, config));
  } else {
    const path =
      'file' in from ? from.file : shippedFile(join(ROOT, 'public/recordings'), from.shipped);
    const recording = await openRecording(path, config);
    await atMoment(recording, at ?? recording.duration, look);
  }
}

async function remote(url: string, { tokenFile, messages }: FigureConfig): Promise<Moment> {
  const token = tokenFile === null ? null : readToken(tokenFile, messages);
  try {
    return await remoteMoment(url, token);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(messages.cli.figureCommand.cannotAsk(printable(url), printable(why)));
  }
}

function missing(
  { character, text }: MissingCharacter,
  words: FigureConfig['messages']['cli']['figureCommand'],
): string {
  const codes = [...character].map((each) => each.codePointAt(0)?.toString(16).toUpperCase() ?? '');
  const code = codes.map((each) => `U+${each.padStart(4, '0')}`).join(' ');
  return words.missingCharacter(printable(character), code, printable(text));
}
