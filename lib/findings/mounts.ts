import type { Mount } from '../config/config';
import { shellQuote } from '../shell/shell-line';
import type { Change } from './finding';

/** As a person reads it: `/etc -> /host/etc (ro)`. */
export function mountText({ source, target, writable }: Mount): string {
  return `${source ?? ''} -> ${target}${writable ? '' : ' (ro)'}`;
}

/** The flag that mounted it. */
export function withoutMount({ source, target, writable }: Mount): Change {
  const value = `${source ?? ''}:${target}${writable ? '' : ':ro'}`;
  return { how: 'without', text: `-v ${shellQuote(value)}` };
}

/** The same, so that nothing is written there. */
export function readOnlyMount({ source, target }: Mount): Change {
  return { how: 'with', text: `-v ${shellQuote(`${source ?? ''}:${target}:ro`)}` };
}
