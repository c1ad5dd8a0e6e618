import * as z from 'zod/mini';
import { stepSchema, textSchema, type Step } from '../lesson';
import { commandMistakes } from './commands';
import { containerMistakes } from './containers';
import { focusMistakes } from './focus';
import { within, type Found } from './found';
import { questionMistakes } from './questions';
import { textMistakes, unsaid } from './texts';
import { twice } from './twice';

/** What a step has to be besides of the right shape. @param containers of the lesson; null: not known */
const RULES: readonly ((step: Step, containers: readonly string[] | null) => Found[])[] = [
  questionMistakes,
  commandMistakes,
  containerMistakes,
  focusMistakes,
  textMistakes,
];

/** As much of a lesson as rules need to know, whatever else may be wrong about it. */
const looseSchema = z.object({
  title: z.catch(z.optional(textSchema), undefined),
  about: z.catch(z.optional(textSchema), undefined),
  containers: z.catch(z.nullable(z.array(z.string())), null),
  steps: z.catch(z.array(z.unknown()), []),
});
const withIdSchema = z.object({ id: z.string() });

/** What is wrong about a lesson besides its shape; of a step that has not its shape only that is told. */
export function ruleMistakes(lesson: unknown): Found[] {
  const read = looseSchema.safeParse(lesson);
  if (!read.success) return [];
  const { containers, steps } = read.data;
  const texts = (['title', 'about'] as const).flatMap((field) => {
    const text = read.data[field];
    return text === undefined ? [] : within([field], unsaid(text));
  });
  const ids = steps.map((step) => withIdSchema.safeParse(step).data?.id ?? null);
  return [
    ...texts,
    ...twice(containers ?? [], (nth) => ['containers', nth]),
    ...twice(ids, (nth) => ['steps', nth, 'id']),
    ...steps.flatMap((each, nth) => {
      const step = stepSchema.safeParse(each);
      const found = step.success ? RULES.flatMap((rule) => rule(step.data, containers)) : [];
      return within(['steps', nth], found);
    }),
  ];
}
