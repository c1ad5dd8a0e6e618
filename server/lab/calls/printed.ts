import type { Doing } from '../call';

/** In a pattern: what `printf` is told to print. Of what it knows, ends of lines alone. */
export const PRINTED = String.raw`((?:[^'\\%]|\\n)+)`;

/** What it prints: a Dockerfile begins with an image that is here, and has the programs of the step. @throws Refusal */
export async function printed(text: string, doing: Doing): Promise<string> {
  return (await fromImageHere(text, doing)).replaceAll('\\n', '\n');
}

async function fromImageHere(text: string, doing: Doing): Promise<string> {
  const [, image] = /^FROM ([a-z0-9][a-z0-9._/:-]*)(?=\\n|$)/.exec(text) ?? [];
  if (image === undefined) return text;
  const chosen = await doing.images.ensure(image, doing);
  if (chosen === image) return text;
  const [from, to] = [`FROM ${image}`, `FROM ${chosen}`];
  doing.tell({ kind: 'says', news: { code: 'runs', line: doing.line.replace(from, to) } });
  return text.replace(from, to);
}
