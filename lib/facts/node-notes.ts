import type { FirstMessages } from '../i18n/messages';
import type { GraphNode } from '../sharing/graph';
import { stateNoted, stateSaid } from '../i18n/state-said';

/** What is to be noted in a ring: a state that is not the ordinary one, an engine that is silent. */
export function nodeNotes(node: GraphNode, messages: FirstMessages): string[] {
  const { container, stopped, stale } = node;
  const state = stopped ? stateSaid(container, messages) : stateNoted(container, messages);
  return [...(state === null ? [] : [state]), ...(stale ? [messages.sharing.node.stale] : [])];
}

/** What a ring tells besides, which nobody need mind: that it is a pause container, and of which engine it is. */
export function nodeMarks({ container, engine }: GraphNode): string[] {
  return [...(container.role === 'pause' ? ['pause'] : []), ...(engine === null ? [] : [engine])];
}
