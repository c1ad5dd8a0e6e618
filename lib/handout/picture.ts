import { drawFigure, type FigureRequest } from '../figure/figure';
import { commandMessagesFor } from '../i18n/command-messages';
import type { Step } from '../lessons/lesson';
import type { Language } from '../model/language';
import { parseViewState } from '../view-state/view-state';
import { Html, markup, NOTHING } from './html';

/** What a step is drawn from: what there was when it began. */
export type StepSight = Pick<FigureRequest, 'snapshot' | 'insides' | 'layers' | 'calls'>;

/** Of each step what there was when it began; null: nobody saw it. */
export type Pictures = (step: Step) => StepSight | null;

/** In CSS pixels: about what the paper has, so that letters are as large there as they are meant to be. */
const SIZE = { width: 680, height: 270 };

/** Higher than so many times its width, it has more of a page: made as low as others it would be narrow, and its letters small. */
const TALL = 0.95;

/** Would its picture tell the answer? What is only looked at is there before it is asked about. */
export function givesAway({ done }: Step): boolean {
  return 'answered' in done;
}

/** The picture of a step with its caption; nothing, where nobody saw it. */
export function pictureOf(step: Step, nth: number, language: Language, pictures: Pictures): Html {
  const { handout: says } = commandMessagesFor(language).cli;
  const sight = pictures(step);
  if (sight === null) return NOTHING;
  const { svg, size } = drawFigure({
    ...sight,
    // Drawn for a projector, rings are larger.
    viewState: { ...parseViewState(step.focus ?? '').state, projector: true },
    ...{ size: SIZE, theme: 'light', language, usage: null, timeZone: 'UTC' },
    idPrefix: `step-${String(nth)}`,
  });
  const caption = givesAway(step) ? says.seenAt(nth) : says.before(nth);
  return markup`<figure class="${size.height > TALL * size.width ? 'tall' : ''}">
    ${new Html(svg)}
    <figcaption>${caption}</figcaption>
  </figure>`;
}
