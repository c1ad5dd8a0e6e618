import type { FirstMessages, Messages } from '../i18n/messages';
import { kernelName } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Process } from '../model/process';
import type { Snapshot } from '../model/snapshot';
import { findSandboxes } from '../sandboxes/find';
import type { Sandbox } from '../sandboxes/sandbox';
import { spacesIn, type Space } from '../sandboxes/spaces';
import { pidVector } from '../select/pid-vector';
import type { ShownSandboxes } from '../select/shown-sandboxes';
import * as proof from '../shell/proof';
import { cap, processFacts, type Capped, type ProcessFact } from './seen';

const PROCESSES_AT_MOST = 20;

/** What the inspector tells of a sandbox. */
export interface SandboxFacts {
  spaces: readonly (Space & { why: string | null; proof: string })[];
  /** The one that it was started from; null: from none. */
  within: Sandbox | null;
  /** Who started its topmost process; null: it has ended. */
  parent: Process | null;
  processes: Capped<ProcessFact>;
  /** What its name is from. */
  nameProof: string;
}

export function sandboxFacts(snapshot: Snapshot, sandbox: Sandbox): SandboxFacts {
  const { sandboxes } = findSandboxes(snapshot);
  const { top, namespaces } = sandbox;
  const fact = processFacts(snapshot);
  const { rows, more } = cap(sandbox.processes, PROCESSES_AT_MOST);
  const pidHere = (process: Process) =>
    pidVector(snapshot, process).find((place) => place.namespace === namespaces.pid)?.pid ?? null;
  return {
    spaces: spacesIn(
      snapshot,
      sandboxes,
    )(sandbox).map((space) => ({
      ...space,
      why: top.unreadable[`namespaces.${space.type}`] ?? null,
      proof: proof.readLink(top.pid, space.type),
    })),
    within: sandboxes.find(({ key }) => key === sandbox.within) ?? null,
    parent: snapshot.processes.find(({ pid }) => pid === top.ppid) ?? null,
    processes: { rows: rows.map((process) => fact(process, pidHere(process))), more },
    nameProof:
      sandbox.named === 'command' ? proof.commandOfProcess(top.pid) : proof.cgroupPath(top.pid),
  };
}

/** What a sandbox says to who does not see it. */
export function sandboxSentence(
  { name, top, processes }: Sandbox,
  spaces: readonly Space[],
  { sandboxes }: Pick<Messages, 'sandboxes'>,
): string {
  const own = spaces.flatMap(({ said, type }) =>
    said === 'own' || said === 'shared' || said === 'engine' ? [type] : [],
  );
  return sandboxes.sentence(name, top.pid, processes.length, own);
}

/** What it is in of one type, as a sentence. */
export function sandboxArcSentence(
  { name, top }: Sandbox,
  spaces: readonly Space[],
  type: NamespaceType,
  { sharing: { arc } }: Pick<FirstMessages, 'sharing'>,
): string {
  const space = spaces.find((each) => each.type === type);
  if (space === undefined || space.said === 'absent') return arc.absent(name, type);
  const { said, id, names, sandboxes } = space;
  const why = top.unreadable[`namespaces.${type}`] ?? null;
  if (id === null || said === 'unknown' || said === 'none') return arc.unknown(name, type, why);
  if (said !== 'shared') return arc[said](name, type, kernelName(id));
  const others = [...names, ...sandboxes.map(nameWithPid)];
  return arc.shared(name, type, kernelName(id), others);
}

/** Of sandboxes several often have one name. */
function nameWithPid({ name, top }: Sandbox): string {
  return `${name} (${String(top.pid)})`;
}

/** So many are told one by one. */
const TOLD_AT_MOST = 20;

/** The sandboxes that a picture shows, in sentences: how many, what each has of its own, and what it shares. */
export function sandboxesInWords(shown: ShownSandboxes, messages: Messages): string[] {
  const { sandboxes: words, summary } = messages;
  const count = shown.fold?.count ?? shown.sandboxes.length;
  if (count === 0) return [];
  const { rows, more } = cap(shown.sandboxes, TOLD_AT_MOST);
  const told = rows.flatMap((sandbox) => {
    const spaces = shown.spacesOf(sandbox);
    const shares = spaces.filter(({ said }) => said === 'shared');
    return [
      sandboxSentence(sandbox, spaces, messages),
      ...shares.map(({ type }) => sandboxArcSentence(sandbox, spaces, type, messages)),
    ];
  });
  return [
    words.beside(count),
    ...told.map(words.asSentence),
    ...(more > 0 ? [summary.moreSentences(more)] : []),
  ];
}
