import { LANGUAGES, type Language } from '@lib/model/language';
import { THEMES, type Theme } from '@lib/view-state/view-state';

/** How a page looks, and how that stands in its address. */
interface Look {
  theme: Theme;
  language: Language;
  query: string;
}

/**
 * What a page is looked through for barriers in: each theme, and each language. Colours bar somebody by themselves, and
 * so do words; so not each theme is looked at in each language.
 */
export const LOOKS: readonly Look[] = THEMES.map((theme, nth) => {
  const language = LANGUAGES[nth % LANGUAGES.length] ?? 'en';
  return { theme, language, query: `theme=${theme}&lang=${language}` };
});
