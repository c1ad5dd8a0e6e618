import { languageFor } from '../i18n/language';
import { parseViewState } from '../view-state/view-state';

const ROLES = ['presenter', 'follower'] as const;

/** Whose page it is where something is presented; null: nothing is. */
export type Role = (typeof ROLES)[number] | null;

/** @returns the role of that name; null where there is none */
export function roleNamed(name: string): Role {
  return ROLES.find((role) => role === name) ?? null;
}

interface Asked {
  /** The query of what is asked for, from its `?` on. */
  search: string;
  /** The header of that name. */
  acceptLanguage: string | undefined;
  role: Role;
}

/**
 * What stands on `<html>` before any script runs: what the query says of theme and language holds from
 * the first paint on.
 *
 * @returns attributes and their values, of which none needs to be escaped
 */
export function documentAttributes({
  search,
  acceptLanguage,
  role,
}: Asked): Record<string, string> {
  const { theme, language, projector } = parseViewState(search).state;
  return {
    lang: language ?? languageFor(acceptLanguage),
    'data-state': 'connecting',
    'data-engine': 'connecting',
    'data-settled': 'false',
    ...(theme !== null && { 'data-theme': theme }),
    ...(role !== null && { 'data-role': role }),
    ...(projector && { 'data-projector': '1' }),
  };
}
