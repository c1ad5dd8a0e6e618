import { writeFileSync } from 'node:fs';

/** A lesson of a teacher's own, of one step that is done by an answer, with these commands. */
export function writeLesson(file: string, commands: readonly string[], programs: string): void {
  const text = (said: string) => `{ en: "${said}" }`;
  const lines = [
    'id: own',
    `title: ${text('Own')}`,
    `about: ${text('Own commands.')}`,
    'containers: [c1, c2]',
    'steps:',
    '  - id: all',
    '    kind: observe',
    `    title: ${text('All.')}`,
    '    predict:',
    `      ask: ${text('So?')}`,
    '      answers:',
    `        - { id: so, right: true, text: ${text('Yes')}, why: ${text('It is.')} }`,
    `        - { id: not, text: ${text('No')}, why: ${text('It is.')} }`,
    `    run: ${JSON.stringify(commands)}`,
    `    programs: [${programs}]`,
    '    done: { answered: true }',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
}
