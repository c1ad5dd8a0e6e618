import { runningSentence } from '../facts/running-sentence';
import { summarise, type SharingSentence } from '../facts/summary';
import type { Messages } from '../i18n/messages';
import { namesTold } from '../model/container-ref';
import type { Snapshot } from '../model/snapshot';

/** A picture in sentences: how much there is, who shares what, who is in the host's namespaces. */
export function described(snapshot: Snapshot, whole: Snapshot, messages: Messages): string {
  const { filters, summary: words } = messages;
  const summary = summarise(snapshot, whole);
  const { processes, partial, hidden } = summary;
  const counts = [
    words.processes(processes, partial),
    runningSentence(summary, messages),
    ...(hidden.containers + hidden.processes > 0
      ? [filters.ofThese(hidden.containers, hidden.processes)]
      : []),
  ];
  return [...counts, ...sharingSentences(snapshot, whole, messages)].join(words.between);
}

/** Who shares what, and who is in the host's, as lines of text. */
export function sharingSentences(
  snapshot: Snapshot,
  whole: Snapshot,
  { model, summary }: Messages,
): string[] {
  const { shared, onHost, inEngine } = summarise(snapshot, whole);
  const said = (
    { rows, more }: typeof shared,
    say: (containers: string[], namespaces: string[]) => string[],
  ) => [
    ...rows.map((row) => say(namesOf(row), typesOf(row)).join('')),
    ...(more > 0 ? [summary.moreSentences(more)] : []),
  ];
  const nameOf = namesTold(whole);
  const namesOf = ({ containers }: SharingSentence) => containers.map(nameOf);
  const typesOf = ({ namespaces }: SharingSentence) =>
    namespaces.map(({ type }) => model.typeNames[type]);
  return [
    ...said(shared, summary.share),
    ...said(onHost, summary.onHost),
    ...said(inEngine, summary.inEngine),
  ];
}
