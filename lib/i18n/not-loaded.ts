import type { Language } from '../model/language';

/** For when not even the sentences of the page could be loaded. */
export const NOT_LOADED: Readonly<Record<Language, string>> = {
  en: 'This page could not be loaded. Is nsview still running?',
  'zh-CN': '这个页面无法加载。nsview 还在运行吗？',
};
