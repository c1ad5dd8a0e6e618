import type { About } from './about';
import type { Change, Evidence, Reference, RuleName, Severity } from './finding';

/** What a rule found. */
export interface Found {
  /** Another one than the rule's, where it depends. */
  severity?: Severity;
  of?: string[];
  /** What it is given is another user's than root's. */
  rootless?: boolean;
  evidence: Evidence[];
  /** In place of the rule's. */
  change?: Change[];
}

/** One thing to look for. What cannot be read it does not decide: it lets `Unreadable` through. */
export interface Rule {
  name: RuleName;
  severity: Severity;
  /** The worst that it can find, where that is more. */
  worst?: Severity;
  change: readonly Change[];
  reference: readonly Reference[];
  /** Null: it is not so. @throws Unreadable @throws DoesNotApply */
  check: (about: About) => Found | null;
}
