import type { Messages } from '../../i18n/messages';
import type { CallTold } from '../../privileges/call-told';

/** What stands at a process of the call that it is in, and what is said of it. */
export interface CallText {
  text: string;
  sentence: string;
  /** Is it a word of the kernel's? */
  mono: boolean;
  /** `in`: it is in one; `unknown`: it is not known, and why is said; `unrecorded`: nobody could know it. */
  state: 'in' | 'out' | 'unknown' | 'unrecorded';
  /** What scripts find it by; null: nothing is known. */
  data: string | null;
}

export function callText(told: CallTold, { calls }: Messages['kernel']): CallText {
  switch (told.is) {
    case 'in':
      return {
        text: told.name,
        sentence: calls.in(told.name),
        mono: true,
        state: 'in',
        data: told.name,
      };
    case 'numbered': {
      const text = calls.numbered(told.number);
      return { text, sentence: text, mono: false, state: 'in', data: String(told.number) };
    }
    case 'running':
    case 'none':
      return {
        ...{ text: calls[told.is], sentence: calls[told.is] },
        ...{ mono: false, state: 'out', data: told.is },
      };
    case 'asked':
      return { text: calls.asked, sentence: calls.asked, mono: false, state: 'out', data: null };
    case 'unknown': {
      const isUnrecorded = told.why === 'not-in-recording';
      return {
        text: isUnrecorded ? calls.notRecorded : calls.unknown,
        sentence: calls.because(told.why),
        mono: false,
        state: isUnrecorded ? 'unrecorded' : 'unknown',
        data: null,
      };
    }
  }
}
