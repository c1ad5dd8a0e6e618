import type { FigureMistake } from '../figure-mistake';
import { lessonFile } from './lesson-file';
import { unknownBecause } from './unknown-because';

/** What is there instead, where it cannot be guessed what was meant. */
const instead = (meant: string | null, names: readonly string[]) => {
  if (meant !== null) return `did you mean "${meant}"?`;
  return names.length === 0 ? 'there is none' : `there are ${names.join(', ')}`;
};

/** What is said of a file of figures. */
export const figuresFile = {
  /** Where a mistake is, and what it is. @param figure its name, or its number; null: in none */
  problem: (
    file: string,
    line: number,
    figure: string | number | null,
    field: string | null,
    what: string,
  ): string => {
    const place = [figure === null ? null : `figure ${figure}`, field].filter((each) => each);
    return `${file}:${line}: ${place.length === 0 ? '' : `${place.join(', ')}: `}${what}`;
  },
  mistake: (mistake: FigureMistake): string => {
    switch (mistake.code) {
      case 'as-in-lessons': {
        const of = mistake.mistake;
        if (of.code === 'documents') return 'a second document begins here (---): make one of them';
        if (of.code === 'tag') return 'this tag (!…) means nothing here: take it away';
        if (of.code === 'too-large') {
          return `the file has more than ${of.most} bytes: make two of it`;
        }
        if (of.code === 'too-deep') {
          return `it is more than ${of.most} levels deep, or has itself within: take levels away`;
        }
        return lessonFile.mistake(of);
      }
      case 'unknown-field':
        return `there is no field "${mistake.given}": ${instead(mistake.meant, mistake.fields)}`;
      case 'missing':
        return `it is missing: expected something like ${mistake.example}`;
      case 'wrong-form':
        return `got ${mistake.given}, expected something like ${mistake.example}`;
      case 'not-one-of':
        return `got "${mistake.given}": ${instead(mistake.meant, mistake.allowed)}`;
      case 'unknown-source':
        return `there is no source "${mistake.given}": ${instead(mistake.meant, mistake.sources)}`;
      case 'twice':
        return `"${mistake.given}" is there already, as number ${mistake.first}: give this one another name`;
      case 'view-parameter':
        return `an address of the page has no "${mistake.given}"${
          mistake.meant === null
            ? ', or a figure is told it elsewhere'
            : `: did you mean "${mistake.meant}"?`
        }`;
      case 'view-value':
        return `${mistake.parameter}: got "${mistake.given}", expected ${mistake.expected}`;
      case 'no-language':
        return `it is not said in ${mistake.language}, in which this figure is drawn: add it, or leave that language out of lang`;
      case 'unknown-event':
        return `the recording has no event "${mistake.given}": ${instead(mistake.meant, mistake.events)}`;
      case 'too-late':
        return `the recording ends after ${mistake.most} seconds: take an earlier moment`;
      case 'no-anchor':
        return `"${mistake.given}" is not in the picture: ${instead(mistake.meant, mistake.anchors)}`;
      case 'not-so':
        return mistake.because === null
          ? `${mistake.predicate} is not so at this moment: the figure would say something wrong`
          : `whether ${mistake.predicate} is so is not known: ${unknownBecause(mistake.because)}`;
      case 'missing-character':
        return `no font that comes with nsview has ${mistake.character}, which stands in "${mistake.text}": leave it out, or take text: fonts`;
      case 'needs-live':
        return 'it shows what is there now: give --live, or take a recording';
      case 'not-recorded':
        return 'from compares with a moment of a recording, and this shows what is there now: leave it out, or take a recording';
      case 'cannot-open':
        return `cannot open ${mistake.what}: ${mistake.why}`;
      case 'cannot-ask':
        return `${mistake.what} did not tell: ${mistake.why}`;
      case 'cannot-write':
        return `cannot write ${mistake.what}: ${mistake.why}`;
    }
  },
  changed: (file: string) => `nsview: figure: ${file} would be another now`,
  missing: (file: string) => `nsview: figure: ${file} is not there yet`,
  page: (file: string) => `nsview: figure: see both side by side: ${file}`,
  watching: (file: string) => `nsview: figure: draws again when ${file} changes; Ctrl-C ends it`,
  unknownFigure: (given: string, meant: string) =>
    `nsview: figure: there is no figure "${given}": ${meant}`,
  instead,
  differences: { title: 'Figures that would be others now', before: 'is there', after: 'would be' },
};
