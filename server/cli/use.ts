import { use as question } from '@lib/questions/use';
import { printable, printableJson } from '@lib/table/printable';
import { formatUse } from '@lib/table/format-use';
import type { UseConfig } from '../config/use';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { machineKnown } from './look';
import { thisMachineAlone } from './this-machine';

/**
 * `nsview use`: what a container uses and what limits it. Exit code 2 where there is no such container that
 * runs, 1 where nothing can be told.
 */
export async function use(config: UseConfig): Promise<void> {
  const { container, json, messages } = config;
  const source = thisMachineAlone(config);
  // Why there is no answer is in the answer.
  const hub = new Hub(source, () => undefined);
  try {
    await machineKnown(source, config);
    const desk = new Desk(hub, HANDLERS, () => undefined);
    const outcome = await desk.answer({ name: 'use', container });
    if ('answer' in outcome) {
      const text = json
        ? `${printableJson(outcome.answer, 2)}\n`
        : formatUse(question.answer.parse(outcome.answer), messages.cli.use);
      process.stdout.write(text);
      return;
    }
    const { code, message } = outcome.error;
    const { noAnswer, notRunning } = messages.cli;
    const why =
      code === 'gone' ? notRunning(printable(container)) : noAnswer(code, printable(message));
    process.exitCode = code === 'invalid' || code === 'gone' ? 2 : 1;
    if (json) process.stdout.write(`${printableJson(outcome, 2)}\n`);
    else process.stderr.write(`${why}\n`);
  } finally {
    hub.close();
    await source.close();
  }
}
