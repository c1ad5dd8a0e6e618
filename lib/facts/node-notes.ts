import type { FirstMessages } from '../i18n/messages';
import type { GraphNode } from '../sharing/graph';

/**
 * What is to be noted in a ring: a state that is not the ordinary one, an engine that is silent, and where there
 * are several, which one it is.
 */
export function nodeNotes(node: GraphNode, messages: FirstMessages): string[] {
  const { container, engine, stopped, stale } = node;
  const ordinary = container.state === 'running' && !stopped;
  return [
    ...(ordinary ? [] : [messages.model.states[container.state]]),
    ...(stale ? [messages.sharing.node.stale] : []),
    ...(container.role === 'pause' ? ['pause'] : []),
    ...(engine === null ? [] : [engine]),
  ];
}
