import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { messagesFor } from '@lib/i18n/messages';
import { LANGUAGES } from '@lib/model/language';
import { process } from '@lib/select/course-machine';
import { CommandCell } from './row-cells';

it.each(LANGUAGES)(
  'who hears a row hears that a step is about it, or nothing of that: %s',
  (language) => {
    const { processes: messages, processList: words } = messagesFor(language);
    const heard = (isSpokenOf: boolean) =>
      renderToStaticMarkup(
        createElement(CommandCell, {
          ...{
            process: process({ pid: 7 }),
            state: null,
            isSpokenOf,
            isTaught: true,
            colour: null,
          },
          ...{ lines: null, descendants: 0, folded: false, messages, words },
        }),
      );
    expect(heard(true)).toContain(words.spokenOf);
    expect(heard(false)).not.toContain(words.spokenOf);
  },
);
