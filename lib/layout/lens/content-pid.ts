import type { Messages } from '../../i18n/messages';
import { endingOf, type PidInside } from '../../inside/pid';
import type { NameOf } from '../../model/container-ref';
import type { Snapshot } from '../../model/snapshot';
import { known, type BoxContent, type FactLine } from './fact-line';

/**
 * Who ends with number 1 of a PID namespace below the host's; nothing where nobody else does.
 *
 * @param whole the snapshot without filters: what ends does so as well where it is not shown
 * @param nameOf what its containers are called
 */
export function pidContent(
  told: PidInside,
  whole: Snapshot,
  nameOf: NameOf,
  { lensContent: words, model }: Messages,
): BoxContent | null {
  // Of the host's it is everything.
  if (told.levels === 0) return null;
  const { with: first, others } = endingOf(told, whole);
  const line = (): FactLine | null => {
    if (others === null) {
      return { ...known('endsWith', '', [words.endsUnknown], false), state: 'unknown' };
    }
    if (others.length === 0) return null;
    const name = first === null ? null : nameOf(first);
    const names = model.list(others.map(nameOf));
    return known(
      'endsWith',
      '',
      [words.ends(names, others.length, name), words.endsCounted(others.length, name)],
      false,
    );
  };
  const only = line();
  return only === null ? null : { full: [only], brief: [only] };
}
