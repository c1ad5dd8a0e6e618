import { create } from 'zustand';
import { languageFor } from '@lib/i18n/language';
import type { Messages } from '@lib/i18n/messages';
import { LANGUAGES, type Language } from '@lib/view-state/view-state';
import { useNsview } from './store';

/** The sentences of the languages that were fetched: of one at first, for nobody reads two at once. */
const useFetched = create<Partial<Record<Language, Messages>>>()(() => ({}));

const FETCH: Record<Language, () => Promise<Messages>> = {
  en: () => import('@lib/i18n/en').then(({ en }) => en),
  'zh-CN': () => import('@lib/i18n/zh-CN').then(({ zhCN }) => zhCN),
};

/** Fetches the sentences of a language, if they are not there yet. */
export async function fetchMessages(language: Language): Promise<void> {
  if (useFetched.getState()[language] !== undefined) return;
  useFetched.setState({ [language]: await FETCH[language]() });
}

/** The language that is wanted: the link's, else the browser's. */
export function wantedLanguage(chosen: Language | null): Language {
  return chosen ?? languageFor(typeof navigator === 'undefined' ? null : navigator.language);
}

/** The language in use: the one that is wanted as soon as its sentences are there. */
export function useLanguage(): Language {
  const wanted = wantedLanguage(useNsview((store) => store.viewState.language));
  return useFetched((fetched) => fetchedOf(wanted, fetched));
}

/** The sentences of the language in use. @throws before any were fetched */
export function useMessages(): Messages {
  const language = useLanguage();
  const messages = useFetched((fetched) => fetched[language]);
  if (messages === undefined) throw new Error('no language was fetched');
  return messages;
}

function fetchedOf(wanted: Language, fetched: Partial<Record<Language, Messages>>): Language {
  if (fetched[wanted] !== undefined) return wanted;
  return LANGUAGES.find((language) => fetched[language] !== undefined) ?? wanted;
}
