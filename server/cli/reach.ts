import { hopText, endName } from '@lib/facts/reach';
import { reach as question } from '@lib/questions/reach';
import type { Snapshot } from '@lib/model/snapshot';
import { printable, printableJson } from '@lib/table/printable';
import type { ReachConfig } from '../config/reach';
import { atDesk } from './at-desk';

/**
 * `nsview reach`: whether one end gets through to another, and how. Exit code 0 where it does, 1 where it
 * does not or it cannot be told, 2 where there is no such end or it is not what can be asked.
 */
export async function reach(config: ReachConfig): Promise<void> {
  const { from, to, protocol, port, json, messages } = config;
  await atDesk(config, async (desk, hub) => {
    const fields = { from, to, protocol, ...(port === null ? {} : { port }) };
    const outcome = await desk.answer({
      name: 'reach',
      ...fields,
    });
    if ('answer' in outcome) {
      const answer = question.answer.parse(outcome.answer);
      process.exitCode = answer.verdict === 'yes' ? 0 : 1;
      const text = json
        ? `${printableJson(outcome.answer)}\n`
        : asText(config, answer, await hub.fresh());
      process.stdout.write(text);
      return;
    }
    const { code, message } = outcome.error;
    process.exitCode = code === 'invalid' || code === 'gone' ? 2 : 1;
    if (json) process.stdout.write(`${printableJson(outcome)}\n`);
    else process.stderr.write(`${messages.cli.noAnswer(code, printable(message))}\n`);
  });
}

function asText(
  { from, to, protocol, port, messages }: ReachConfig,
  { verdict, hops, changes }: ReturnType<typeof question.answer.parse>,
  snapshot: Snapshot,
): string {
  const words = messages.reach;
  const [first, second] = [endName(from, messages), endName(to, messages)];
  const lines = [
    words.summary(verdict, first, second, words.where(protocol, port)),
    ...hops.map((hop) => `  ${hop.back ? '<-' : '->'} ${hopText(hop, snapshot, messages)}`),
    ...(changes.length === 0 ? [] : [words.changes(changes.map(words.change))]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
