import { type FigureFont, fontFaces } from '../figure/frame';
import { commandMessagesFor } from '../i18n/command-messages';
import type { Lesson } from '../lessons/lesson';
import { plainText, textIn } from '../lessons/text';
import type { Language } from '../model/language';
import { answersOf } from './answers';
import { Html, markup } from './html';
import type { Pictures } from './picture';
import { stepOnPaper } from './step-on-paper';
import { STYLE } from './style';
import { wordsOf } from './words';

export interface HandoutRequest {
  lesson: Lesson;
  /** Of the course, from 1; null: it is not of the course. */
  number: number | null;
  language: Language;
  pictures: Pictures;
  fonts: readonly FigureFont[];
}

/**
 * A lesson for paper, as an HTML document that needs nothing but itself and runs nothing: for each step its idea, its
 * question with room to write, what is typed, and a picture; on pages of their own at the end the answers, each with
 * its why. The same text for the same arguments.
 */
export function handout(request: HandoutRequest): string {
  const { lesson, number, language, pictures, fonts } = request;
  const { handout: says } = commandMessagesFor(language).cli;
  const style = new Html(fontFaces(fonts) + STYLE);
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${plainText(textIn(lesson.title, language))}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <header>
          <p class="which">${number === null ? says.lesson : says.lessonNumber(number)}</p>
          <h1>${wordsOf(lesson.title, language)}</h1>
          <p>${wordsOf(lesson.about, language)}</p>
          <p class="who"><span>${says.name}</span><span>${says.date}</span></p>
          <p class="note">${says.how(lesson.id)}</p>
        </header>
        <main>
          ${lesson.steps.map((step, index) => stepOnPaper(step, index + 1, language, pictures))}
        </main>
        ${answersOf(lesson, language, pictures)}
      </body>
    </html> `.source;
}
