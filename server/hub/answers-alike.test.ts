import { afterEach, describe, expect, it } from 'vitest';
import { answerAt } from '@lib/asking/answer-at';
import { RecordedMoment } from '@lib/asking/recorded-moment';
import type { AskedQuestion } from '@lib/protocol/ask';
import { QUESTIONS } from '@lib/questions/questions';
import { recordedPast } from '@lib/recording/recorded-past';
import { readRecording } from '../source/recording-file';
import { recordedShow, type Show } from './show';

/* A page that was taken away answers as a server does that shows the same recording. */

const recordings = new URL('../../public/recordings/', import.meta.url).pathname;
const open = (name: string) => readRecording(`${recordings}${name}.jsonl.gz`);

const shows: Show[] = [];
afterEach(async () => {
  for (const show of shows.splice(0)) await show.close();
});

describe.each(['lesson-namespaces', 'lesson-images', 'lesson-limits', 'course'])(
  'of %s',
  (name) => {
    it('every question is answered alike at every quarter of it', async () => {
      const recording = await open(name);
      const past = recordedPast(recording);
      const kinds = new Set<string>();
      for (const share of [0.1, 0.5, 0.75, 1]) {
        const at = Math.round(recording.duration * share);
        // One of its own for each: a hub that nobody looks at may tell of a second ago.
        const about = { name: null, title: name, live: false };
        const show = recordedShow(recording, about, () => undefined);
        shows.push(show);
        show.recording?.player.do({ do: 'seek', to: at });
        const moment = new RecordedMoment(past, recording, at);
        for (const question of questionsAbout(moment)) {
          const here = await answerAt(moment, question);
          const there = await show.desk.answer(question);
          expect(codeOf(here), JSON.stringify(question)).toEqual(codeOf(there));
          if ('answer' in here) expect(here, JSON.stringify(question)).toEqual(there);
          kinds.add(JSON.stringify(codeOf(here)));
        }
      }
      expect(kinds).toContain('"answer"');
      expect(kinds).toContain('"not-in-recording"');
      expect(kinds).toContain('"invalid"');
      expect(kinds).toContain('"unknown-question"');
    });
  },
);

function codeOf(outcome: Awaited<ReturnType<typeof answerAt>>): string {
  return 'error' in outcome ? outcome.error.code : 'answer';
}

/** Each question of each thing that there is, and of some that there are not. */
function questionsAbout({ snapshot }: RecordedMoment): AskedQuestion[] {
  const namespaces = [...snapshot.namespaces.map(({ id }) => id), 'uts:[1]'].slice(0, 60);
  const containers = [...snapshot.containers.map((each) => each.name), 'nobody'];
  const pids = [...snapshot.processes.map(({ pid }) => pid).slice(0, 20), 999_999];
  const of = (question: AskedQuestion) => question;
  return [
    of({ name: 'images', used: true }),
    of({ name: 'images' }),
    of({ name: 'timeline' }),
    of({ name: 'compare', from: 0, to: 1000 }),
    of({ name: 'written', containers }),
    of({ name: 'findings' }),
    of({ name: 'nonsense' }),
    ...Object.keys(QUESTIONS).map((name) => of({ name, nonsense: 1 })),
    ...namespaces.map((namespace) => of({ name: 'inside', namespace })),
    of({ name: 'insides', namespaces: namespaces.slice(0, 8) }),
    ...containers.flatMap((container) => [
      of({ name: 'use', container }),
      of({ name: 'config', container }),
      of({ name: 'image', image: container }),
      of({ name: 'reach', from: container, to: ':outside', protocol: 'icmp' }),
    ]),
    ...pids.flatMap((pid) => [of({ name: 'process', pid }), of({ name: 'usage', pids: [pid] })]),
  ];
}
