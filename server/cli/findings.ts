import { fails } from '@lib/findings/fails';
import type { Findings } from '@lib/findings/finding';
import { findings as question } from '@lib/questions/findings';
import { documentOf } from '@lib/report/document';
import { terminalText } from '@lib/report/terminal';
import { printable } from '@lib/table/printable';
import type { FindingsConfig } from '../config/findings';
import { atDesk, silentIn } from './at-desk';
import { tellMissingEngines } from './look';

/**
 * `nsview findings`: what should be said of containers. Exit code 1 where something of the severity of `--fail-on`
 * or a worse one is found or may be there, or there is no answer; 2 where what was asked is wrong, as a container
 * that does not run.
 */
export async function findings(config: FindingsConfig): Promise<void> {
  const { container, failOn, messages } = config;
  await atDesk(config, async (desk, hub) => {
    const snapshot = await hub.fresh();
    tellMissingEngines(snapshot, config);
    const outcome = await desk.answer({
      name: 'findings',
      ...(container === null ? {} : { container }),
    });
    if ('error' in outcome) {
      const { code, message } = outcome.error;
      const silent = silentIn(snapshot);
      if (code === 'gone' && silent.length > 0) {
        // It may well run: that engine did not tell.
        process.exitCode = 1;
        const lines = silent.map(({ endpoint }) => messages.findings.silent(endpoint));
        process.stderr.write(`${printable(lines.join(' '))}\n`);
        return;
      }
      process.exitCode = code === 'invalid' || code === 'gone' ? 2 : 1;
      process.stderr.write(`${messages.cli.noAnswer(code, printable(message))}\n`);
      return;
    }
    const told = question.answer.parse(outcome.answer);
    process.stdout.write(`${asText(config, told)}\n`);
    if (failOn !== null && fails(told, failOn)) process.exitCode = 1;
  });
}

function asText({ format, messages }: FindingsConfig, told: Findings): string {
  return format === 'table'
    ? terminalText(told, messages).trimEnd()
    : documentOf(format, told, messages);
}
