import type { Messages } from '../i18n/messages';
import { stateSaid } from '../i18n/state-said';
import { imageName } from '../layout/node-text';
import { companyWords } from './company';
import type { GroupTitle } from './groups';
import type { MatrixCell, MatrixRow } from './row';

/** What is written large in a cell: `PID-A` for what is shared, else a word. */
export function cellWord(cell: MatrixCell, messages: Messages['matrix']): string {
  const { type, said, letter } = cell;
  if (letter !== null) return `${type.toUpperCase()}-${letter}`;
  if (cell.with !== undefined) return messages.with(cell.with);
  // A shared namespace has a letter; without one nothing more is known than that it is not theirs alone.
  return said === 'shared' ? messages.unknown : messages[said];
}

/** The same with what may stand in its place where there is less room, what says most first. */
export function cellWords(cell: MatrixCell, messages: Messages['matrix']): string[] {
  const word = cellWord(cell, messages);
  return cell.with === undefined ? [word] : companyWords(cell.with, word);
}

/**
 * The line under a container's name: its image (after its engine where there are several), and how many
 * processes it has or its state.
 */
export function rowDetail(
  { node, processes }: MatrixRow,
  messages: Messages,
): [image: string, state: string] {
  const { container, engine, stopped } = node;
  const state =
    stopped || processes === null
      ? stateSaid(container, messages)
      : messages.matrix.processes(processes);
  const told = [engine, imageName(container.image)].filter(Boolean);
  return [told.join(' · '), state];
}

export function groupHeading(title: GroupTitle, { groups }: Messages['matrix']): string {
  switch (title.kind) {
    case 'project':
      return groups.project(title.name);
    case 'no project':
      return groups.noProject;
    case 'sharing':
      return groups.sharing([...title.letters]);
    case 'alone':
      return groups.alone;
    case 'all':
      return '';
  }
}
