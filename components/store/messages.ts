import { useEffect } from 'react';
import { create } from 'zustand';
import { languageFor } from '@lib/i18n/language';
import type { Messages } from '@lib/i18n/messages';
import type { Language } from '@lib/model/language';
import { Part, usePart, type PartState } from '../parts/part';
import { useNsview } from './store';

interface Spoken {
  language: Language;
  messages: Messages;
}

/** One language is fetched at first, for nobody reads two at once. */
const SPOKEN: Record<Language, Part<Spoken>> = {
  en: new Part(async () => ({ language: 'en', messages: (await import('@lib/i18n/en')).en })),
  'zh-CN': new Part(async () => ({
    language: 'zh-CN',
    messages: (await import('@lib/i18n/zh-CN')).zhCN,
  })),
};

/** What is spoken now; null only until the first language is there. */
const useSpoken = create<{ now: Spoken | null }>()(() => ({ now: null }));

/** The language that is wanted: the link's, else the browser's. */
export function wantedLanguage(chosen: Language | null): Language {
  return chosen ?? languageFor(typeof navigator === 'undefined' ? null : navigator.language);
}

/** Fetches a language, and speaks it from then on. @throws if it cannot be had */
export async function speak(language: Language): Promise<void> {
  useSpoken.setState({ now: await SPOKEN[language].fetch() });
}

/** Speaks the language that is wanted; until it is there, the other one stays. Tells how that goes. */
export function useWantedLanguage(): PartState<Spoken> & { fetch: () => void } {
  const part = SPOKEN[wantedLanguage(useNsview((store) => store.viewState.language))];
  const state = usePart(part);
  useEffect(() => {
    if (state.is === 'there') useSpoken.setState({ now: state.value });
  }, [state]);
  return { ...state, fetch: () => part.want() };
}

/** The language in use. */
export function useLanguage(): Language {
  return useSpoken(({ now }) => there(now).language);
}

/** The sentences of the language in use. */
export function useMessages(): Messages {
  return useSpoken(({ now }) => there(now).messages);
}

function there(now: Spoken | null): Spoken {
  if (now === null) throw new Error('the page was drawn before its language was there');
  return now;
}
