import type { Language } from '../model/language';
import { en } from './en';
import type { emptyPicture } from './en/empty-picture';
import type { enFirst } from './en/first';
import { zhCN } from './zh-CN';

/** What the first picture says: all that is fetched with it. */
export type FirstMessages = typeof enFirst;

/** What is said where there is no container to draw. */
export type EmptyMessages = typeof emptyPicture;

/** Every sentence a person reads on the page, by place. English is the model that other languages must match. */
export type Messages = typeof en;

const MESSAGES: Record<Language, Messages> = { en, 'zh-CN': zhCN };

export function messagesFor(language: Language): Messages {
  return MESSAGES[language];
}
