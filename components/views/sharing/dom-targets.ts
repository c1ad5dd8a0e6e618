import type { Pointed } from '@lib/layout/linked';
import { namespaceTypeSchema } from '@lib/model/namespace-type';
import { parseSelection, type Selection } from '@lib/view-state/view-state';

/*
 * What an event in the picture is about, read from the elements themselves: one listener for all
 * of them, so that a node need not be drawn again because a handler changed.
 */

/** The key of the ring or hub that this element is part of. */
export function keyOf(target: EventTarget): string | null {
  return attribute(target, 'data-key');
}

export function pointedAt(target: EventTarget): Pointed | null {
  const key = keyOf(target);
  if (key !== null) return { key };
  const tie = closest(target, '[data-tie]');
  if (tie === null) return null;
  const container = tie.getAttribute('data-host-end');
  const type = namespaceTypeSchema.safeParse(tie.getAttribute('data-hue'));
  if (container !== null && type.success) return { key: container, hostType: type.data };
  const namespace = tie.getAttribute('data-tie');
  return namespace === null ? null : { key: namespace };
}

/** Null for the ground between things: clicking there deselects. */
export function selectionAt(target: EventTarget): Selection | null {
  const container = attribute(target, 'data-container');
  if (container !== null) return { kind: 'container', ref: container };
  const namespace = attribute(target, 'data-hub') ?? attribute(target, 'data-tie');
  return namespace === null ? null : parseSelection(`namespace:${namespace}`);
}

function attribute(target: EventTarget, name: string): string | null {
  return closest(target, `[${name}]`)?.getAttribute(name) ?? null;
}

function closest(target: EventTarget, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}
