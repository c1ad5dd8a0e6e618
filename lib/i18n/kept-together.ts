/** Behind a number, before what it counts; and behind the word that says of what it is the number. */
const COUNTED =
  /(?<=\d) (?=(?:[kKMGT]i?B|B|%|CPUs?|cores?|bytes?|process(?:es)?|tasks?|forks?|seconds?|minutes?|hours?|days?|个|秒|分钟|小时|天|字节|次)(?![A-Za-z]))|(?<=\bPID) (?=\d)/g;
/** Behind a Chinese measure word, before a name of letters. */
const MEASURED = /(?<=\d[ \u00A0]?个) (?=[A-Za-z])/g;

/** A text as it is shown in lines: none is broken between a number and what it counts. */
export function keptTogether(text: string): string {
  return text.replaceAll(COUNTED, '\u00A0').replaceAll(MEASURED, '\u00A0');
}
