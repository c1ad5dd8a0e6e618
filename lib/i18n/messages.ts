import type { Language } from '../view-state/view-state';
import { en } from './en';
import { zhCN } from './zh-CN';

/** Every sentence a person reads, by place. English is the model that other languages must match. */
export type Messages = typeof en;

const MESSAGES: Record<Language, Messages> = { en, 'zh-CN': zhCN };

export function messagesFor(language: Language): Messages {
  return MESSAGES[language];
}

/** The language a browser or a shell asks for: `zh`, `zh-CN`, `zh_CN.UTF-8` give Chinese, else English. */
export function languageFor(tag: string | null | undefined): Language {
  return /^zh\b|^zh[-_]/i.test(tag ?? '') ? 'zh-CN' : 'en';
}
