import stringWidth from 'string-width';
import type { TextUnit } from '../../i18n/lesson-mistake';
import type { Text } from '../lesson';
import { plainText } from '../text';

/** A screen that a class reads at a glance: no more. */
const LIMITS: Record<TextUnit, number> = { words: 60, characters: 120 };

/** Languages that are written without spaces between words. */
const BY_CHARACTERS = /^(zh|ja)\b/;

interface TooLong {
  language: string;
  given: number;
  limit: number;
  unit: TextUnit;
}

/** In which of their languages are these texts, on one screen, more than is read at a glance? */
export function tooLongIn(texts: readonly Text[]): TooLong[] {
  const languages = [...new Set(texts.flatMap((text) => Object.keys(text)))];
  return languages.flatMap((language) => {
    const unit: TextUnit = BY_CHARACTERS.test(language) ? 'characters' : 'words';
    const count = unit === 'words' ? wordsIn : charactersIn;
    const given = texts.reduce((sum, text) => sum + count(plainText(text[language] ?? '')), 0);
    const limit = LIMITS[unit];
    return given > limit ? [{ language, given, limit, unit }] : [];
  });
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** As wide as Chinese ones: two Latin letters take the room of one. */
function charactersIn(text: string): number {
  return Math.ceil(stringWidth(text) / 2);
}
