import { privilegesRows } from '@lib/facts/privileges';
import { process as question } from '@lib/questions/process';
import type { CommandMessages } from '@lib/i18n/command-messages';
import type { Privileges } from '@lib/privileges/privileges';
import { printable, printableJson } from '@lib/table/printable';
import { formatTable } from '@lib/table/table';
import type { ProcessConfig } from '../config/process';
import { atDesk } from './at-desk';

/**
 * `nsview process`: what a process may do and what it does now. Exit code 1 where that cannot be told, 2 where
 * there is no such process.
 */
export async function tellProcess(config: ProcessConfig): Promise<void> {
  const { pid, json, messages } = config;
  await atDesk(config, async (desk) => {
    const outcome = await desk.answer({ name: 'process', pid });
    if ('answer' in outcome) {
      const told = question.answer.parse(outcome.answer);
      process.stdout.write(json ? `${printableJson(outcome.answer, 2)}\n` : asText(told, messages));
      return;
    }
    const { code, message } = outcome.error;
    process.exitCode = code === 'gone' ? 2 : 1;
    if (json) process.stdout.write(`${printableJson(outcome)}\n`);
    else process.stderr.write(`${messages.cli.noAnswer(code, printable(message))}\n`);
  });
}

function asText(told: Privileges, { privileges }: CommandMessages): string {
  const columns = [privileges.pids(told.pid, []), ''].map((title) => ({
    title,
    align: 'left' as const,
  }));
  const plain = { width: null, paint: (text: string) => text };
  return formatTable(columns, privilegesRows(told, privileges), plain);
}
