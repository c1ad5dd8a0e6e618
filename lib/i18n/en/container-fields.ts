import { unknownBecause } from './unknown-because';

/** What is told of a container, as the subject of a sentence. */
const FIELDS = new Map<string, string>([
  ['startedAt', 'When it was started'],
  ['pid', 'Its first process'],
  ['command', 'Its command'],
  ['image', 'Its image'],
  ['name', 'Its name'],
  ['state', 'Its state'],
  ['labels', 'Its labels'],
  ['ports', 'What it publishes'],
  ['joins', 'Whose namespaces it was to join'],
  ['pod', 'Its pod'],
  ['role', 'What it is there for'],
  ['cgroup', 'Its cgroup'],
  ['runtime', 'What runs it'],
]);

/** @param field as `unreadable` names it: `startedAt`, `labels.KEY` @param why it is not known */
export function fieldUnknown(field: string, why: string): string {
  const [name = field, ...key] = field.split('.');
  const which = key.length === 0 ? '' : ` (${key.join('.')})`;
  return `${FIELDS.get(name) ?? name}${which}: not known, for ${unknownBecause(why)}`;
}
