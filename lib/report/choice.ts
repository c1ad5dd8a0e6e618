import { SEVERITIES, type Finding, type Findings, type Severity } from '../findings/finding';
import type { Messages } from '../i18n/messages';

/** Which findings a person wants to see. */
export interface Choice {
  severities: readonly Severity[];
  /** As `subjectKey` names it; null: all. */
  container: string | null;
  /** Words, each of which is somewhere in what is told, in whatever case; none: all. */
  text: string;
}

export const ALL: Choice = { severities: SEVERITIES, container: null, text: '' };

/** Which container is meant: its name may be another's as well. */
export function subjectKey({ engine, container }: Finding['subject']): string {
  return `${engine} ${container}`;
}

/** The containers of which something is told or undecided, by name; each once. */
export function subjectsOf({ findings, unknown }: Findings): Finding['subject'][] {
  const subjects = new Map(
    [...findings, ...unknown].map(({ subject }) => [subjectKey(subject), subject]),
  );
  return [...subjects.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** Those that are wanted, of what was told. What could not be decided has no severity, and is left for all. */
export function chosenOf(told: Findings, choice: Choice, messages: Messages): Findings {
  const { severities, container, text } = choice;
  const words = text.toLowerCase().split(/\s+/);
  const isOf = ({ subject }: Pick<Finding, 'subject'>) =>
    container === null || subjectKey(subject) === container;
  const tells = (...parts: string[]) => {
    const told = parts.join(' ').toLowerCase();
    return words.every((word) => told.includes(word));
  };
  const { says, looksFor } = messages.findings;
  return {
    ...told,
    findings: told.findings.filter(
      (each) =>
        severities.includes(each.severity) &&
        isOf(each) &&
        tells(each.rule, says[each.rule](each.subject.name, each.of, each.rootless)),
    ),
    unknown: told.unknown.filter(
      (each) => isOf(each) && tells(each.rule, each.subject.name, looksFor[each.rule]),
    ),
  };
}
