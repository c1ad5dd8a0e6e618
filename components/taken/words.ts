import { taken as en } from '@lib/i18n/en/taken';
import { taken as zhCN } from '@lib/i18n/zh-CN/taken';
import { useLanguage } from '@components/store/messages';

const WORDS = { en, 'zh-CN': zhCN };

/** What the page says of itself, in the language in use. */
export function useTakenWords(): typeof en {
  return WORDS[useLanguage()];
}
