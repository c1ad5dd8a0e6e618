import { commandMessagesFor } from '../i18n/command-messages';
import type { Step } from '../lessons/lesson';
import type { Language } from '../model/language';
import type { Html } from './html';
import { markup, NOTHING } from './html';
import { givesAway, pictureOf, type Pictures } from './picture';
import { wordsOf } from './words';

/** A step as it is done with a pen: all but what came of it. @param nth from 1 */
export function stepOnPaper(step: Step, nth: number, language: Language, pictures: Pictures): Html {
  const { handout: says } = commandMessagesFor(language).cli;
  const { title, say, predict, run, mark, watch } = step;
  const text = (each: typeof say) =>
    each === undefined ? NOTHING : markup`<p>${wordsOf(each, language)}</p>`;
  const choices = predict?.answers.map((each) => markup`<li>${wordsOf(each.text, language)}</li>`);
  return markup`<section class="step">
    <h2>${nth}. ${wordsOf(title, language)}</h2>
    ${text(say)} ${givesAway(step) ? NOTHING : pictureOf(step, nth, language, pictures)}
    ${
      predict === undefined || choices === undefined
        ? NOTHING
        : markup`<p class="ask">${wordsOf(predict.ask, language)}</p>
            <ul class="choices">
              ${choices}
            </ul>
            ${room(says.because, 1)}`
    }
    ${run.length === 0 ? NOTHING : commands(run, mark)} ${text(watch)}
    ${step.kind === 'vary' ? room(says.myCommands, 3) : NOTHING} ${room(says.seen, 2)}
  </section>`;
}

/** Room to write. @param lines how many */
function room(label: string, lines: number): Html {
  const line = markup`<i></i>`;
  return markup`<div class="write">${label}${Array.from({ length: lines }, () => line)}</div>`;
}

function commands(lines: readonly string[], mark: string | undefined): Html {
  return markup`<pre>${lines.map((line) => markup`<code>${marked(line, mark)}</code>`)}</pre>`;
}

/** A line with the one part in it that makes the difference. */
function marked(line: string, mark: string | undefined): Html {
  const at = mark === undefined ? -1 : line.indexOf(mark);
  if (mark === undefined || at < 0) return markup`${line}`;
  return markup`${line.slice(0, at)}<mark>${mark}</mark>${line.slice(at + mark.length)}`;
}
