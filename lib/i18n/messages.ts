import type { Language } from '../model/language';
import { en } from './en';
import { zhCN } from './zh-CN';

/** Every sentence a person reads on the page, by place. English is the model that other languages must match. */
export type Messages = typeof en;

const MESSAGES: Record<Language, Messages> = { en, 'zh-CN': zhCN };

export function messagesFor(language: Language): Messages {
  return MESSAGES[language];
}
