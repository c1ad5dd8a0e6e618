import { rulingOf } from '../calls';

/** The rule by which a line is run; or the code of why not, and what that names. */
export function ruled(line: string): string {
  const ruling = rulingOf(line);
  if ('call' in ruling) return ruling.call.rule;
  const { code, ...named } = ruling.because;
  return [`no: ${code}`, ...Object.values(named)].join(' ');
}
