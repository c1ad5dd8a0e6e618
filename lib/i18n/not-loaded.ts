import type { Language } from '../model/language';

/** For when not even the sentences of the page could be loaded. */
export const NOT_LOADED: Readonly<Record<Language, string>> = {
  en: 'This page could not be loaded. Is nsview still running?',
  'zh-CN': '这个页面无法加载。nsview 还在运行吗？',
};

/** The same of a page that was taken away: there is no server. */
export const NOT_OPENED: Readonly<Record<Language, string>> = {
  en: 'This page could not be opened: the file is not whole, or the browser is too old for it.',
  'zh-CN': '这个页面打不开：文件不完整，或者浏览器版本太旧。',
};
