import { isStopped } from '@lib/model/is-stopped';
import { isNamespaceId, kernelName, type NamespaceId } from '@lib/model/ids';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import type { Outcome } from '@lib/protocol/ask';
import { findContainer } from '@lib/model/container-ref';
import { answerText } from '@lib/table/answer-text';
import { printable, printableJson } from '@lib/table/printable';
import type { InsideConfig } from '../config/inside';
import { atDesk, isUnheard } from './at-desk';
import { tellMissingEngines } from './look';

/** A namespace by its id, or by its type where its id could not be read; and what is told of it. */
type Told = readonly [of: string, outcome: Outcome];

/**
 * `nsview inside`: what a namespace isolates, or each of those that a container is in. Exit code 1
 * where one of them cannot be told, or an engine does not tell what runs, 2 where there is nothing of that name or it is not what can be asked.
 */
export async function inside(config: InsideConfig): Promise<void> {
  const { of, json, messages } = config;
  await atDesk(config, async (desk, hub) => {
    const snapshot = await hub.fresh();
    const meant = namespacesOf(config, snapshot);
    if (meant === null) {
      if (isUnheard(snapshot, of)) {
        // There may well be one: that engine did not tell.
        tellMissingEngines(snapshot, config);
        process.exitCode = 1;
        return;
      }
      process.stderr.write(`${messages.cli.noSuchContainer(printable(of))}\n`);
      process.exitCode = 2;
      return;
    }
    const told: Told[] = [];
    for (const { name, namespace, reason } of meant) {
      const outcome =
        namespace === null
          ? { error: { code: 'failed' as const, message: reason } }
          : await desk.answer({ name: 'inside', namespace });
      told.push([name, outcome]);
    }
    process.exitCode = Math.max(...told.map(([, outcome]) => exitCodeOf(outcome)));
    if (json) {
      const answers = told.map(([name, each]) => [name, 'answer' in each ? each.answer : each]);
      process.stdout.write(`${printableJson(Object.fromEntries(answers), 2)}\n`);
    } else {
      process.stdout.write(told.map((each) => asText(each, config)).join('\n'));
    }
  });
}

function exitCodeOf(outcome: Outcome): number {
  if ('answer' in outcome) return 0;
  return outcome.error.code === 'invalid' ? 2 : 1;
}

interface Meant {
  name: string;
  /** Null: it could not be read which it is, for that reason. */
  namespace: NamespaceId | null;
  reason: string;
}

/** Those that are meant; null: there is nothing of that name, it has no process now, or this kernel no such type. */
function namespacesOf({ of, types }: InsideConfig, snapshot: Snapshot): Meant[] | null {
  // What the kernel writes and what we do are both an id: pid:[4026532183].
  const id = of.replace(/^([a-z]+):\[(\d+)\]$/, '$1:$2');
  if (isNamespaceId(id)) return [{ name: id, namespace: id, reason: '' }];
  const container = findContainer(snapshot, of);
  if (container === null || isStopped(container)) return null;
  const meant = NAMESPACE_TYPES.filter(
    (type) => types.has(type) && !snapshot.host.lacks.includes(type),
  ).map((type) => ({
    name: container.namespaces[type] ?? type,
    namespace: container.namespaces[type],
    reason: container.unreadable[`namespaces.${type}`] ?? '',
  }));
  return meant.length === 0 ? null : meant;
}

/** The namespace as the kernel names it, and under it what was told. */
function asText([name, outcome]: Told, { messages }: InsideConfig): string {
  const heading = isNamespaceId(name) ? kernelName(name) : name;
  if ('answer' in outcome) {
    return `${heading}\n${answerText(outcome.answer).replace(/^(?=.)/gm, '  ')}`;
  }
  const { code, message } = outcome.error;
  return `${heading}\n  ${messages.inside.refused(code)} (${printable(message)})\n`;
}
