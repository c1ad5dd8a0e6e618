import { SEVERITIES, type Findings, type Severity } from '@lib/findings/finding';
import { findings as question } from '@lib/questions/findings';
import { markdownOf } from '@lib/report/markdown';
import { sarifOf } from '@lib/report/sarif';
import { terminalText } from '@lib/report/terminal';
import { printable, printableJson } from '@lib/table/printable';
import type { FindingsConfig } from '../config/findings';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { machineKnown, tellMissingEngines } from './look';
import { thisMachineAlone } from './this-machine';

/**
 * `nsview findings`: what should be said of containers. Exit code 1 where something of the severity of `--fail-on`
 * or a worse one is found, an engine does not tell whether there is, or there is no answer; 2 where what was
 * asked is wrong, as a container that does not run.
 */
export async function findings(config: FindingsConfig): Promise<void> {
  const { container, failOn, messages } = config;
  const source = thisMachineAlone(config);
  // Why there is no answer is in the answer.
  const hub = new Hub(source, () => undefined);
  try {
    await machineKnown(source, config);
    tellMissingEngines(await hub.fresh(), config);
    const outcome = await new Desk(hub, HANDLERS, () => undefined).answer({
      name: 'findings',
      ...(container === null ? {} : { container }),
    });
    if ('error' in outcome) {
      const { code, message } = outcome.error;
      process.exitCode = code === 'invalid' || code === 'gone' ? 2 : 1;
      process.stderr.write(`${messages.cli.noAnswer(code, printable(message))}\n`);
      return;
    }
    const told = question.answer.parse(outcome.answer);
    process.stdout.write(`${asText(config, told, outcome.answer)}\n`);
    if (failOn !== null && fails(told, failOn)) process.exitCode = 1;
  } finally {
    hub.close();
    await source.close();
  }
}

function asText({ format, messages }: FindingsConfig, told: Findings, answer: unknown): string {
  switch (format) {
    case 'json':
      return printableJson(answer);
    case 'sarif':
      return printableJson(sarifOf(told, messages));
    case 'markdown':
      return markdownOf(told, messages);
    case 'table':
      return terminalText(told, messages).trimEnd();
  }
}

/** Something so bad is found, or not known not to be there: an engine did not tell of its containers. */
function fails({ findings, silent }: Findings, failOn: Severity): boolean {
  const bad = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  return silent.length > 0 || findings.some(({ severity }) => bad.includes(severity));
}
