import { INSIDE_TYPES } from '@lib/inside/inside';
import { isNamespaceId, kernelName, type NamespaceId } from '@lib/model/ids';
import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import type { Outcome } from '@lib/protocol/ask';
import { findContainer } from '@lib/select/container-ref';
import { answerText } from '@lib/table/answer-text';
import { printable, printableJson } from '@lib/table/printable';
import type { InsideConfig } from '../config';
import { Hub } from '../hub/hub';
import { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import { machineKnown } from './look';
import { thisMachineAlone } from './this-machine';

/**
 * `nsview inside`: what a namespace isolates, or each of those that a container is in. Exit code 1
 * where one of them cannot be told, 2 where there is nothing of that name.
 */
export async function inside(config: InsideConfig): Promise<void> {
  const { of, json, messages } = config;
  const source = thisMachineAlone(config);
  // Why there is no answer is in the answer.
  const hub = new Hub(source, () => undefined);
  try {
    await machineKnown(source, config);
    const namespaces = namespacesOf(config, await hub.fresh());
    if (namespaces === null) {
      process.stderr.write(`${messages.cli.noSuchContainer(printable(of))}\n`);
      process.exitCode = 2;
      return;
    }
    const desk = new Desk(hub, HANDLERS, () => undefined);
    const outcomes = new Map<NamespaceId, Outcome>();
    for (const namespace of namespaces) {
      outcomes.set(namespace, await desk.answer({ name: 'inside', namespace }));
    }
    for (const outcome of outcomes.values()) if ('error' in outcome) process.exitCode = 1;
    if (json) {
      const answers = [...outcomes].map(([id, each]) => [
        id,
        'answer' in each ? each.answer : each,
      ]);
      process.stdout.write(`${printableJson(Object.fromEntries(answers), 2)}\n`);
    } else {
      process.stdout.write([...outcomes].map((each) => told(each, config)).join('\n'));
    }
  } finally {
    hub.close();
    await source.close();
  }
}

/** Those that are meant; null: there is nothing of that name, or it has none now. */
function namespacesOf({ of, types }: InsideConfig, snapshot: Snapshot): NamespaceId[] | null {
  // What the kernel writes and what we do are both an id: pid:[4026532183].
  const id = of.replace(/^([a-z]+):\[(\d+)\]$/, '$1:$2');
  if (isNamespaceId(id)) return [id];
  const container = findContainer(snapshot, of);
  if (container === null || container.pid === 0) return null;
  return NAMESPACE_TYPES.filter((type) => types.has(type) && INSIDE_TYPES.includes(type)).flatMap(
    (type) => container.namespaces[type] ?? [],
  );
}

/** The namespace as the kernel names it, and under it what was told. */
function told([id, outcome]: readonly [NamespaceId, Outcome], { messages }: InsideConfig): string {
  const lines =
    'answer' in outcome
      ? answerText(outcome.answer)
      : `${messages.cli.noAnswer(outcome.error.code, printable(outcome.error.message))}\n`;
  return `${kernelName(id)}\n${lines.replace(/^(?=.)/gm, '  ')}`;
}
