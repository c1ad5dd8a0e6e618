import type { Language } from '../model/language';

/** A figure that would be another now: paths of what is there (null: nothing is) and of what would be. */
export interface Difference {
  name: string;
  before: string | null;
  after: string;
}

interface Said {
  title: string;
  before: string;
  after: string;
}

/** A page that shows figures that would be others now, side by side with those that are there. */
export function differencesPage(
  differences: readonly Difference[],
  said: Said,
  language: Language,
): string {
  const rows = differences.map(({ name, before, after }) =>
    [
      `<section><h2>${escaped(name)}</h2>`,
      before === null ? '' : figure(before, said.before),
      figure(after, said.after),
      '</section>',
    ].join('\n'),
  );
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(said.title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; background: #f6f7fa; color: #151b27 }
section { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin-bottom: 3rem }
h2 { grid-column: 1 / -1; margin: 0 }
figure { margin: 0 }
img { width: 100%; border: 1px solid #d5dbe6 }
</style>
<h1>${escaped(said.title)}</h1>
${rows.join('\n')}
</html>
`;
}

function figure(path: string, said: string): string {
  return `<figure><figcaption>${escaped(said)}</figcaption><img src="${escaped(encodeURI(path))}" alt="${escaped(said)}"></figure>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
