import { languageFor, messagesFor, type Messages } from '@lib/i18n/messages';
import type { Language } from '@lib/view-state/view-state';
import { useNsview } from './store';

/** The language in use: the link's, else the browser's. */
export function useLanguage(): Language {
  const chosen = useNsview((store) => store.viewState.language);
  return chosen ?? languageFor(typeof navigator === 'undefined' ? null : navigator.language);
}

/** The sentences of the language in use. */
export function useMessages(): Messages {
  return messagesFor(useLanguage());
}
