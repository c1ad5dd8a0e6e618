import type { CommandMessages } from '@lib/i18n/command-messages';
import type { AskErrorCode } from '@lib/protocol/ask';
import { use as question } from '@lib/questions/use';
import { printable, printableJson } from '@lib/table/printable';
import { formatUse } from '@lib/table/format-use';
import type { UseConfig } from '../config/use';
import { atDesk, isUnheard } from './at-desk';
import { tellMissingEngines } from './look';

/**
 * `nsview use`: what a container uses and what limits it. Exit code 2 where there is no such container that
 * runs, 1 where nothing can be told, as where an engine does not tell what runs.
 */
export async function use(config: UseConfig): Promise<void> {
  const { container, json, messages } = config;
  await atDesk(config, async (desk, hub) => {
    const outcome = await desk.answer({ name: 'use', container });
    if ('answer' in outcome) {
      const text = json
        ? `${printableJson(outcome.answer, 2)}\n`
        : formatUse(question.answer.parse(outcome.answer), messages.cli.use);
      process.stdout.write(text);
      return;
    }
    const { code, message } = outcome.error;
    const snapshot = code === 'gone' ? await hub.fresh() : null;
    if (snapshot !== null && isUnheard(snapshot, container)) {
      // It may well run: that engine did not tell.
      process.exitCode = 1;
      tellMissingEngines(snapshot, config);
    } else {
      process.exitCode = code === 'invalid' || code === 'gone' ? 2 : 1;
      const why = whyNot(code, printable(container), printable(message), messages);
      if (!json) process.stderr.write(`${why}\n`);
    }
    if (json) process.stdout.write(`${printableJson(outcome, 2)}\n`);
  });
}

function whyNot(
  code: AskErrorCode,
  name: string,
  message: string,
  { cli }: CommandMessages,
): string {
  if (code === 'gone') return cli.notRunning(name);
  return code === 'failed' ? cli.useUnknown(name, message) : cli.noAnswer(code, message);
}
