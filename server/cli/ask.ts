import { answerText } from '@lib/table/answer-text';
import { printable, printableJson } from '@lib/table/printable';
import { questionFromText } from '@lib/questions/from-text';
import type { AskConfig } from '../config/ask';
import { atDesk } from './at-desk';

/**
 * `nsview ask`: one question, answered as the API answers it, without a server. Exit code 1 where there
 * is no answer, 2 where the question was wrong.
 */
export async function ask(config: AskConfig): Promise<void> {
  const { name, fields, json, messages } = config;
  await atDesk(config, async (desk) => {
    const outcome = await desk.answer(questionFromText(name, fields));
    if ('answer' in outcome) {
      const { answer } = outcome;
      process.stdout.write(json ? `${printableJson(answer)}\n` : answerText(answer));
      return;
    }
    const { code, message } = outcome.error;
    process.exitCode = code === 'invalid' || code === 'unknown-question' ? 2 : 1;
    if (json) process.stdout.write(`${printableJson(outcome)}\n`);
    else process.stderr.write(`${messages.cli.noAnswer(code, printable(message))}\n`);
  });
}
