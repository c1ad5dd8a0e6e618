import { askedBy } from '@lib/lessons/asked-by';
import type { Lesson } from '@lib/lessons/lesson';
import type { Snapshot } from '@lib/model/snapshot';
import type { AskedQuestion } from '@lib/protocol/ask';
import { QUESTIONS } from '@lib/questions/questions';
import { keptAnswerSchema, type KeptAnswer } from '@lib/recording/answers';
import type { Desk } from '../questions/desk';
import { HANDLERS } from '../questions/handlers';
import type { Informant } from '@lib/asking/handler';
import type { InsideRecorder } from './inside-recorder';
import { rounds } from './rounds';

const PACE = { every: 1000, rest: 1 };

/**
 * Asks what a lesson asks, again and again, and tells what is answered otherwise than before. What namespaces isolate is
 * read for it as well, more often than that of others.
 */
export class AnswersRecorder {
  /** What was last answered to each, without when. */
  #known = new Map<string, string>();

  constructor(
    private readonly machine: Pick<Informant, 'fresh'>,
    private readonly desk: Pick<Desk, 'answer'>,
    private readonly inside: Pick<InsideRecorder, 'look'>,
    private readonly lesson: Lesson,
    private readonly write: (kept: KeptAnswer) => void,
  ) {}

  /** Until it is told to end. @throws what the machine throws */
  run(ended: AbortSignal): Promise<void> {
    return rounds(PACE, ended, () => this.round(ended));
  }

  /** Each question once. */
  async round(ended: AbortSignal): Promise<void> {
    const snapshot = await this.machine.fresh();
    const known = new Map<string, string>();
    for (const { question } of askedBy(this.lesson, snapshot)) {
      if (ended.aborted) return;
      const { name, ...asked } = question;
      if (name === 'inside') {
        await this.inside.look(QUESTIONS.inside.question.parse(asked).namespace, snapshot);
        continue;
      }
      const kept = await this.#ask(question, snapshot);
      if (kept === null) continue;
      const { question: fields, life, answer } = kept;
      const key = JSON.stringify([name, fields, life]);
      const text = JSON.stringify({ ...answer, takenAt: null });
      if (this.#known.get(key) !== text) this.write(kept);
      known.set(key, text);
    }
    // What is asked no more need not be known.
    this.#known = known;
  }

  /** Null: there is no answer to keep. */
  async #ask({ name, ...fields }: AskedQuestion, snapshot: Snapshot): Promise<KeptAnswer | null> {
    const prepared = Object.entries(HANDLERS).find(([known]) => known === name)?.[1](fields);
    if (prepared === undefined || typeof prepared === 'string') return null;
    const life = prepared.lifetime(snapshot);
    if (life === null) return null;
    const outcome = await this.desk.answer({ name, ...fields });
    const answer = 'answer' in outcome ? outcome.answer : null;
    // Any other reason than this tells of who asked, and of now.
    if ('error' in outcome && outcome.error.code !== 'gone') return null;
    return keptAnswerSchema.parse({ asked: name, question: fields, life, answer });
  }
}
