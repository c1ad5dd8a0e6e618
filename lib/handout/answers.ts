import { commandMessagesFor } from '../i18n/command-messages';
import type { Lesson, Step } from '../lessons/lesson';
import type { Language } from '../model/language';
import type { Html } from './html';
import { markup, NOTHING } from './html';
import { givesAway, pictureOf, type Pictures } from './picture';
import { wordsOf } from './words';

/** What came of each step, on pages of its own: which answer is right, why each is or is not, and what was seen. */
export function answersOf(lesson: Lesson, language: Language, pictures: Pictures): Html {
  const { handout: says } = commandMessagesFor(language).cli;
  return markup`<section class="answers">
    <h2>${says.answers}</h2>
    ${lesson.steps.map((step, index) => answerOf(step, index + 1, language, pictures))}
  </section>`;
}

function answerOf(step: Step, nth: number, language: Language, pictures: Pictures): Html {
  const { handout: says } = commandMessagesFor(language).cli;
  const { title, predict, why, solve } = step;
  // What is so comes first.
  const answers = predict?.answers.toSorted(
    (one, other) => Number(other.right) - Number(one.right),
  );
  const told = answers?.map((each) => {
    const verdict = each.right ? says.right : says.wrong;
    return markup`<div class="${each.right ? 'right' : 'wrong'}">
      <dt>${wordsOf(each.text, language)} (${verdict}):</dt>
      <dd>${wordsOf(each.why, language)}</dd>
    </div>`;
  });
  return markup`<section>
    <h3>${nth}. ${wordsOf(title, language)}</h3>
    ${told === undefined ? NOTHING : markup`<dl>${told}</dl>`}
    ${
      solve.length === 0
        ? NOTHING
        : markup`<p>${says.oneWay}</p>
            <pre>${solve.map((line) => markup`<code>${line}</code>`)}</pre>`
    }
    ${why === undefined ? NOTHING : markup`<p class="why">${wordsOf(why, language)}</p>`}
    ${givesAway(step) ? pictureOf(step, nth, language, pictures) : NOTHING}
  </section>`;
}
