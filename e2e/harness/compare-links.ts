import { NAMESPACE_TYPES } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { type KernelWord, unchanged } from './kernel-word';

/** What nsview says of links, held against the kernel's word. */
export interface Comparison {
  /** Links that nsview and readlink say the same of, and those that both could not read. */
  read: number;
  refused: number;
  differences: string[];
}

/** Every link of every process that was the same before the snapshot and after it. */
export function compareLinks(
  before: KernelWord,
  { processes }: Pick<Snapshot, 'processes'>,
  after: KernelWord,
): Comparison {
  const told = new Map(processes.map((process) => [process.pid, process]));
  const comparison: Comparison = { read: 0, refused: 0, differences: [] };
  for (const [pid, { start, links }] of unchanged(before, after)) {
    const process = told.get(pid);
    for (const type of NAMESPACE_TYPES) {
      const fact = links[type] ?? '';
      const read = fact.includes(':');
      const said = process?.namespaces[type] ?? process?.unreadable[`namespaces.${type}`];
      if (process?.startTicks !== start || said !== fact) {
        comparison.differences.push(`${pid} ${type}: ${fact}, nsview says ${String(said)}`);
      } else if (read) comparison.read += 1;
      else comparison.refused += 1;
    }
  }
  return comparison;
}
