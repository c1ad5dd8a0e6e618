import type { Language } from '../model/language';

/** The language a browser or a shell asks for: `zh`, `zh-CN`, `zh_CN.UTF-8` give Chinese, else English. */
export function languageFor(tag: string | null | undefined): Language {
  return /^zh\b|^zh[-_]/i.test(tag ?? '') ? 'zh-CN' : 'en';
}
