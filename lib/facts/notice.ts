import type { Host, Notice } from '../model/host';

/** Those that explain what is shown, where nothing is missing from it. */
const ASIDES: readonly string[] = [
  'engine-info-unknown',
  'engine-lists-only',
  'engine-namespaces',
  'engine-process-unknown',
  'rootless',
  'userns-remap',
];

/**
 * What a person has to know before trusting the picture (something is missing, or "the host" is not
 * what they think), and what explains it to those who ask. A code that is not known counts as the
 * former. What is said of the machine of a recording is to those who ask: nothing can be done about
 * it any more.
 */
export function weighNotices({ notices, reader }: Pick<Host, 'notices' | 'reader'>): {
  limits: Notice[];
  asides: Notice[];
} {
  const recorded = reader === 'recording';
  const isAside = ({ code, params }: Notice): boolean =>
    recorded || ASIDES.includes(code) || (code === 'host-namespaces' && params.from === 'kthreadd');
  return {
    limits: notices.filter((notice) => !isAside(notice)),
    asides: notices.filter(isAside),
  };
}
