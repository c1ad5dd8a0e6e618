import type { FigureMistake } from '../i18n/figure-mistake';
import { meant, shown } from '../lessons/file/found';
import { PARAMETERS, unknownParameters } from '../view-state/parameters';
import { DEFAULT_VIEW_STATE, parseViewState, type ViewState } from '../view-state/view-state';
import type { ViewAsked } from './form';

/** What a figure is told in fields of its own. */
const ELSEWHERE = ['theme', 'lang', 'recording', 'at', 'lesson', 'step', 'past', 'timeline'];

/** What a figure shows, or what is wrong about how that is told. */
export function viewStateOf(view: ViewAsked | undefined): ViewState | FigureMistake[] {
  if (view === undefined) return DEFAULT_VIEW_STATE;
  const query = typeof view === 'string' ? new URLSearchParams(view) : queryOf(view);
  const elsewhere = [...query.keys()].filter((name) => ELSEWHERE.includes(name));
  const { state, problems } = parseViewState(query.toString());
  const mistakes: FigureMistake[] = [
    ...unknownParameters(query.toString()).map((name) => ({
      code: 'view-parameter' as const,
      given: shown(name),
      meant: meant(name, PARAMETERS),
    })),
    ...elsewhere.map((given) => ({ code: 'view-parameter' as const, given, meant: null })),
    ...problems.map(({ parameter, value, expected }) => ({
      code: 'view-value' as const,
      ...{ parameter, given: shown(value), expected },
    })),
  ];
  return mistakes.length === 0 ? state : mistakes;
}

function queryOf(view: Exclude<ViewAsked, string>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    // Each project that is hidden is a parameter of its own.
    if (name === 'hide' && Array.isArray(value)) {
      for (const each of value) query.append(name, String(each));
    } else if (typeof value === 'boolean') query.set(name, value ? '1' : '0');
    else query.set(name, Array.isArray(value) ? value.join(',') : String(value));
  }
  return query;
}
