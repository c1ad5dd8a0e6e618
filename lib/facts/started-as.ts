import type { Config, Flag } from '../config/config';
import type { AskErrorCode } from '../protocol/ask';
import type { Asked } from '../protocol/asked';
import type { ContainerFacts } from './container';

/** As what a container was started, and what of that is not known. */
export interface StartedAs {
  flags: readonly Flag[];
  /** Null: nothing. `fields`: of these flags alone, each with the reason; `flags` are all of them. */
  unknown:
    | null
    | { why: 'asked' }
    | { why: 'refused'; code: AskErrorCode }
    | { why: 'fields'; fields: readonly { flag: string; why: string }[] };
}

/** The flags that its engine tells; before it does, or where it does not, those of what it joins alone. */
export function startedAs(
  asked: Asked<Pick<Config, 'flags' | 'unreadable'>>,
  joins: readonly Pick<ContainerFacts['joins'][number], 'option'>[],
): StartedAs {
  if (asked.is !== 'answered') {
    const flags = joins.map(({ option }): Flag => ({ flag: option, value: null, about: 'see' }));
    return {
      flags,
      unknown: asked.is === 'asked' ? { why: 'asked' } : { why: 'refused', code: asked.code },
    };
  }
  const { flags, unreadable } = asked.answer;
  const fields = Object.entries(unreadable)
    .filter(([name]) => name === 'flags' || name.startsWith('flags.'))
    .map(([name, why]) => ({ flag: name.replace('flags.', ''), why }));
  return { flags, unknown: fields.length === 0 ? null : { why: 'fields', fields } };
}
