import { useEffect } from 'react';
import { create } from 'zustand';
import { languageFor } from '@lib/i18n/language';
import type { EmptyMessages, FirstMessages, Messages } from '@lib/i18n/messages';
import type { Language } from '@lib/model/language';
import { Part, usePart } from '../parts/part';
import { useNsview } from './store';

/** One language is fetched at first, for nobody reads two at once; and of that what is said first. */
const FIRST: Record<Language, Part<FirstMessages>> = {
  en: new Part(async () => (await import('@lib/i18n/en/first')).enFirst),
  'zh-CN': new Part(async () => (await import('@lib/i18n/zh-CN/first')).zhCNFirst),
};

const ALL: Record<Language, Part<Messages>> = {
  en: new Part(async () => (await import('@lib/i18n/en')).en),
  'zh-CN': new Part(async () => (await import('@lib/i18n/zh-CN')).zhCN),
};

/** Seldom said, and then among the first: neither is a burden to the other. */
const EMPTY: Record<Language, Part<EmptyMessages>> = {
  en: new Part(async () => (await import('@lib/i18n/en/empty-picture')).emptyPicture),
  'zh-CN': new Part(async () => (await import('@lib/i18n/zh-CN/empty-picture')).emptyPicture),
};

interface Spoken {
  language: Language;
  /** Null only until the first language is there. */
  first: FirstMessages | null;
  /** Null until a part that needs them is there; where `all` are, these are among them. */
  empty: EmptyMessages | null;
  /** Null only until the first part that needs them is there. */
  all: Messages | null;
}

const useSpoken = create<Spoken>()(() => ({ language: 'en', first: null, empty: null, all: null }));

/** The language that is wanted: the link's, else the browser's. */
export function wantedLanguage(chosen: Language | null): Language {
  return chosen ?? languageFor(typeof navigator === 'undefined' ? null : navigator.language);
}

/** Speaks a language when the page opens: fetches what is said first. @throws if it cannot be had */
export async function speak(language: Language): Promise<void> {
  useSpoken.setState({ language });
  const first = await FIRST[language].fetch();
  useSpoken.setState((now) => ({ first: now.first ?? first }));
}

/** What loads a part that says more than the first picture: with all that is said in the language. */
export function withAllMessages<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const { language } = useSpoken.getState();
    const [value, all] = await Promise.all([load(), ALL[language].fetch()]);
    // Where the language is another one by now, all of that is there.
    useSpoken.setState((now) => (now.all === null ? { first: now.first ?? all, all } : {}));
    return value;
  };
}

/** Loads a part that says why there is nothing to draw: with the sentences for that. */
export function withEmptyMessages<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const { language } = useSpoken.getState();
    const [value, empty] = await Promise.all([load(), EMPTY[language].fetch()]);
    useSpoken.setState({ empty });
    return value;
  };
}

/** Speaks the language that is wanted; until it is there, the other one stays. Tells how that goes. */
export function useWantedLanguage(): { failed: boolean; fetch: () => void } {
  const wanted = wantedLanguage(useNsview((store) => store.viewState.language));
  const part = ALL[wanted];
  const isOther = wanted !== useLanguage();
  const state = usePart(part, isOther);
  useEffect(() => {
    if (!isOther || state.is !== 'there') return;
    useSpoken.setState({ language: wanted, first: state.value, all: state.value });
  }, [isOther, wanted, state]);
  return { failed: isOther && state.is === 'failed', fetch: () => part.want() };
}

/** The language in use. */
export function useLanguage(): Language {
  return useSpoken(({ language }) => language);
}

/** What the first picture says, in the language in use. */
export function useMessages(): FirstMessages {
  return useSpoken(({ first }) => there(first));
}

/** What is said where there is nothing to draw, for parts that are loaded `withEmptyMessages`. */
export function useEmptyMessages(): EmptyMessages {
  return useSpoken(({ empty, all }) => there(all?.emptyPicture ?? empty));
}

/** All sentences of the language in use, for parts that are loaded `withAllMessages`. */
export function useAllMessages(): Messages {
  return useSpoken(({ all }) => there(all));
}

function there<T>(messages: T | null): T {
  if (messages === null) throw new Error('something was drawn before its sentences were there');
  return messages;
}
