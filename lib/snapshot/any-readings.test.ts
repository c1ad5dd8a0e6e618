import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { containerFacts } from '../facts/container';
import { hostFacts } from '../facts/host';
import { namespaceFacts } from '../facts/namespace';
import { summarise } from '../facts/summary';
import { commandMessagesFor } from '../i18n/command-messages';
import { layOut } from '../layout/sharing-layout';
import { sharingGraph } from '../sharing/graph';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { snapshotSchema, type Snapshot } from '../model/snapshot';
import { containerColours } from '../select/container-colour';
import { pidVector } from '../select/pid-vector';
import { findVantage, possibleVantages, seenFrom, unplacedAt } from '../select/vantage';
import { namespaceRows } from '../table/namespace-row';
import { namespaceTable } from '../table/namespace-table';
import { anySnapshot } from './fixtures/any-snapshot';

/* Whatever could be read and whatever could not: there is a snapshot, and something to show of it. */

/** Everything that the page and the commands ask of a snapshot before they show it. */
const QUESTIONS: Record<string, (snapshot: Snapshot) => unknown> = {
  'the inspector': (whole) => [
    summarise(whole),
    hostFacts(whole),
    ...whole.containers.map((container) => containerFacts(whole, container)),
    ...whole.namespaces.map(({ id }) => namespaceFacts(whole, id)),
  ],
  processes: (whole) => [
    ...whole.processes.map((process) => pidVector(whole, process)),
    ...possibleVantages(whole, true).map((ref) => {
      const vantage = findVantage(whole, ref) ?? expect.fail(`no vantage ${ref}`);
      return [seenFrom(whole, vantage), unplacedAt(whole, vantage)];
    }),
  ],
  sharing: (whole) => [
    layOut(sharingGraph(whole), { width: 965, height: 672 }, null),
    containerColours(whole),
  ],
  table: (whole) =>
    namespaceTable(namespaceRows(whole, new Set(NAMESPACE_TYPES)), commandMessagesFor('en'), {
      width: 80,
      paint: (text) => text,
    }),
};

describe('fault 16: whatever is missing', () => {
  it('the snapshot is one that the page takes', () => {
    fc.assert(
      fc.property(anySnapshot, (whole) => {
        expect(snapshotSchema.parse(whole)).toEqual(whole);
      }),
      { numRuns: inject('parserCases') / 10 },
    );
  });

  it.each(Object.entries(QUESTIONS))('there is something to show: %s', (_, ask) => {
    fc.assert(
      fc.property(anySnapshot, (whole) => {
        expect(ask(whole)).toBeDefined();
      }),
      { numRuns: inject('parserCases') / 20 },
    );
  });
});
