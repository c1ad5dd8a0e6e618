import { compare } from './compare';
import { config } from './config';
import { findings } from './findings';
import { holders } from './holders';
import { image } from './image';
import { images } from './images';
import { inside } from './inside';
import { insides } from './insides';
import { process } from './process';
import { reach } from './reach';
import { timeline } from './timeline';
import { usage } from './usage';
import { use } from './use';
import { uses } from './uses';
import { written } from './written';

/** All questions that there are, by name. What answers them is server/questions/handlers.ts. */
export const QUESTIONS = {
  ...{
    compare,
    config,
    findings,
    holders,
    image,
    images,
    inside,
    insides,
    process,
    reach,
    timeline,
    usage,
    use,
    uses,
    written,
  },
};

export type QuestionName = keyof typeof QUESTIONS;

export function isQuestionName(name: string): name is QuestionName {
  return Object.hasOwn(QUESTIONS, name);
}
