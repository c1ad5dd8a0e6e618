import { HOST } from '../../model/host-word';
import { unknownParameters } from '../../view-state/parameters';
import type { Selection } from '../../view-state/selection';
import { parseViewState } from '../../view-state/view-state';
import type { Step } from '../lesson';
import { unknownContainer } from './containers';
import { shown, type Found } from './found';

/** What is wrong about the address that a step shows beside it. */
export function focusMistakes({ focus }: Step, containers: readonly string[] | null): Found[] {
  if (focus === undefined) return [];
  const { state, problems } = parseViewState(focus);
  const named = [...state.vantages, ...containersOf(state.select)].filter((each) => each !== HOST);
  return [
    ...unknownParameters(focus).map((name) => ({
      code: 'focus-parameter' as const,
      given: shown(name),
    })),
    ...problems.map(({ parameter, value, expected }) => ({
      code: 'focus-value' as const,
      ...{ parameter, given: shown(value), expected },
    })),
    ...named.flatMap((name) => unknownContainer(name, containers)),
  ].map((mistake) => ({ path: ['focus'], mistake }));
}

function containersOf(select: Selection | null): readonly string[] {
  switch (select?.kind) {
    case 'container':
      return [select.ref];
    case 'pair':
      return select.refs;
    case 'namespace':
    case 'process':
    case 'sandbox':
    case undefined:
      return [];
  }
}
