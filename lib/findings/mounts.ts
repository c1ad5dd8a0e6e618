import type { Mount } from '../config/config';
import { shellQuote } from '../shell/shell-line';
import type { Change } from './finding';

/** What of the host it is: a volume can be made of a folder of the host as well. Null: nothing that the host has otherwise. */
export function hostSource({ type, source, bound }: Mount): string | null {
  return type === 'bind' ? source : bound;
}

/** As a person reads it: `/etc -> /host/etc (ro)`. */
export function mountText(mount: Mount): string {
  const { target, writable } = mount;
  return `${hostSource(mount) ?? ''} -> ${target}${writable ? '' : ' (ro)'}`;
}

/** The flag that mounted it. */
export function withoutMount({ source, volume, target, writable }: Mount): Change {
  const value = `${volume ?? source ?? ''}:${target}${writable ? '' : ':ro'}`;
  return { how: 'without', text: `-v ${shellQuote(value)}` };
}

/** The same, so that nothing is written there. */
export function readOnlyMount({ source, volume, target }: Mount): Change {
  return { how: 'with', text: `-v ${shellQuote(`${volume ?? source ?? ''}:${target}:ro`)}` };
}
