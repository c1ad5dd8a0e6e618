import type { Messages } from '../i18n/messages';
import { kernelName } from '../model/ids';
import type { Privileges } from '../privileges/privileges';
import { limitAmount } from './limit-amount';

/** What a process may do and does, as rows of a table: what is told, and the fact. What is not known says why. */
export function privilegesRows(of: Privileges, words: Messages['privileges']): [string, string][] {
  const { capabilities, limits, unreadable } = of;
  const rows: [said: string, fact: string][] = [];
  const tell = <T>(said: string, field: string, value: T | null, fact: (value: T) => string) => {
    rows.push([said, value === null ? words.unknown(unreadable[field]) : fact(value)]);
  };
  /** Null is that it is not there, unless it could not be read. */
  const orNone = (said: string, field: keyof Privileges, value: string | null, none: string) => {
    const isNone = value === null && unreadable[field] === undefined;
    tell(said, field, isNone ? none : value, (text) => text);
  };
  const list = (names: readonly string[]) => (names.length === 0 ? words.noneOf : names.join(' '));

  tell(words.capabilities, 'capabilities.effective', capabilities.effective, (names) =>
    words.inEffect(names.length, capabilities.beyondDefault?.length ?? 0),
  );
  for (const set of ['effective', 'beyondDefault', 'withoutDefault', 'bounding'] as const) {
    tell(`  ${words.sets[set]}`, `capabilities.${set}`, capabilities[set], list);
  }
  tell(words.seccomp, 'seccomp', of.seccomp, (mode) => words.seccompModes[mode]);
  tell(words.noNewPrivileges, 'noNewPrivileges', of.noNewPrivileges, words.noNewPrivilegesText);
  orNone(words.lsm, 'lsm', of.lsm, words.noLabel);
  for (const [said, field] of [
    [words.users, 'uids'],
    [words.groups, 'gids'],
  ] as const) {
    tell(said, field, of[field], (ids) => words.ids(ids.real, ids.effective, ids.saved));
  }
  tell(words.call, 'call', of.call, (call) => {
    if (call === 'running') return words.running;
    if (call === 'none') return words.noCall;
    return `${call.name ?? words.unknown(unreadable['call.name'])}, ${words.number(call.number)}`;
  });
  orNone(words.wchan, 'wchan', of.wchan, words.waitsNowhere);
  tell(words.namespaceFiles, 'namespaceFiles', of.namespaceFiles, (files) =>
    list(files.map(({ fd, namespace }) => `${kernelName(namespace)} (${words.fd(fd)})`)),
  );
  tell(words.limits, 'limits', limits, (all) => words.limitsCount(all.length));
  const amount = (value: string, unit: string | null) => limitAmount(value, unit, words);
  for (const { name, soft, hard, unit } of limits ?? []) {
    rows.push([`  ${name}`, words.limit(amount(soft, unit), amount(hard, unit))]);
  }
  return rows;
}
