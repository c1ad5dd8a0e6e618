import type { TipSubject } from '@lib/facts/picture-tip';
import type { Pointed } from '@lib/layout/linked';
import { isNamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { namespaceTypeSchema } from '@lib/model/namespace-type-schema';
import { parseSelection, type Selection } from '@lib/view-state/selection';

/*
 * What an event in the picture is about, read from the elements themselves: one listener for all
 * of them, so that a node need not be drawn again because a handler changed.
 */

/** The key of the ring or hub that this element is part of. */
export function keyOf(target: EventTarget): string | null {
  return attribute(target, 'data-key');
}

/** The type whose bundle of ties this is. */
export function bundleAt(target: EventTarget): NamespaceType | null {
  return namespaceTypeSchema.safeParse(attribute(target, 'data-bundle')).data ?? null;
}

/** Is this of what stands for many stopped containers? */
export function isFoldOfStopped(target: EventTarget): boolean {
  return closest(target, '[data-folded-count]') !== null;
}

export function pointedAt(target: EventTarget): Pointed | null {
  const key = keyOf(target) ?? attribute(target, 'data-from-key');
  if (key !== null) return { key };
  const bundle = bundleAt(target);
  if (bundle !== null) return { bundle };
  const tie = closest(target, '[data-tie]');
  if (tie === null) return null;
  const container = tie.getAttribute('data-host-end');
  const type = namespaceTypeSchema.safeParse(tie.getAttribute('data-hue'));
  if (container !== null && type.success) return { key: container, hostType: type.data };
  const namespace = tie.getAttribute('data-tie');
  return namespace === null ? null : { key: namespace };
}

/** What there is to explain here, and the element that must not be covered by it. */
export function explainedAt(target: EventTarget): { subject: TipSubject; element: Element } | null {
  const element = closest(
    target,
    '[data-key], [data-bundle], [data-tie], [data-from-key], [data-project-name]',
  );
  const subject = element === null ? null : subjectOf(element, target);
  return element === null || subject === null ? null : { subject, element };
}

function subjectOf(element: Element, target: EventTarget): TipSubject | null {
  const key = element.getAttribute('data-key');
  const hub = element.getAttribute('data-hub');
  if (hub !== null && isNamespaceId(hub)) return { kind: 'hub', id: hub };
  if (key !== null) {
    const type = namespaceTypeSchema.safeParse(attribute(target, 'data-type'));
    return type.success ? { kind: 'arc', key, type: type.data } : { kind: 'node', key };
  }
  const bundle = bundleAt(element);
  if (bundle !== null) return { kind: 'bundle', type: bundle };
  const project = element.getAttribute('data-project-name');
  if (project !== null) return { kind: 'project', project };
  const hue = namespaceTypeSchema.safeParse(element.getAttribute('data-hue'));
  const from = element.getAttribute('data-from-key');
  if (hue.success && from !== null) return { kind: 'arc', key: from, type: hue.data };
  const tie = element.getAttribute('data-tie');
  const containerId = element.getAttribute('data-from');
  if (tie === null || !isNamespaceId(tie) || containerId === null) return null;
  return { kind: 'tie', id: tie, containerId };
}

/** Null for the ground between things: clicking there deselects. */
export function selectionAt(target: EventTarget): Selection | null {
  const container = attribute(target, 'data-container');
  if (container !== null) return { kind: 'container', ref: container };
  const namespace =
    attribute(target, 'data-hub') ??
    attribute(target, 'data-tie') ??
    attribute(target, 'data-sandbox-tie');
  return namespace === null ? null : parseSelection(`namespace:${namespace}`);
}

function attribute(target: EventTarget, name: string): string | null {
  return closest(target, `[${name}]`)?.getAttribute(name) ?? null;
}

function closest(target: EventTarget, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}
