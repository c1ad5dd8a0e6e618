import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../model/language';
import { messagesFor } from './messages';

/* Reasons that rules, limits and rights give, as their readers name them: in words, the same ones everywhere. */

describe.each(LANGUAGES)('in %s', (language) => {
  const { findings, mayUse, privileges } = messagesFor(language);

  it.each([
    ...['EACCES', 'EPERM', 'ESRCH', 'ENOENT', 'ENODATA', 'EREMOTE', 'EINVAL', 'EBADMSG'],
    ...[
      'ETIMEDOUT',
      'not-counted',
      'redacted',
      'sandbox',
      'not-in-recording',
      'no-security-module',
    ],
    ...['users-elsewhere', 'host-unknown', 'controller-absent', 'cgroup-not-its-own'],
    ...['cgroup-unseen', 'above-unseen', 'quota-unseen', 'covered', 'too-many', 'not-told'],
    ...['not-in-table', '32-bit', 'other-architecture', 'absent', 'undecided', 'older-iptables'],
    ...['gone', 'deadline', 'busy', 'failed', 'not-from-here', 'asked'],
    ...[
      'already-so',
      'counted-anew',
      'not-remapped',
      'remapped',
      'rootless',
      'no-registry',
      'no-bridge',
      'podman-otherwise',
    ],
  ])('%s', (why) => {
    const said = findings.reason(why);
    expect(said).not.toBe(why);
    expect(said).toMatch(language === 'en' ? /^[\w ,.'()/-]+$/ : /\p{Script=Han}/u);
    expect(mayUse.unknownOf('', why)).toContain(said);
    expect(privileges.unknown(why)).toContain(said);
  });

  it('an errno that has no sentence is said as the system names it', () => {
    expect(findings.reason('EIO')).toBe('EIO');
  });
});
