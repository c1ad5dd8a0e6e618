import * as z from 'zod/mini';

/** The worst first. */
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export const severitySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof severitySchema>;

/** By what they look for, in the order in which findings of equal severity stand. */
export const RULE_NAMES = [
  ...['privileged', 'docker-socket', 'host-paths', 'host-root', 'host-pid', 'host-net'],
  ...['capabilities', 'seccomp-off', 'lsm-off', 'new-privileges', 'host-ipc', 'host-uts'],
  ...[
    'host-user',
    'joined',
    'not-joined',
    'pod-processes',
    'root-writable-bind',
    'ports-everywhere',
  ],
  ...['no-memory-limit', 'no-pids-limit', 'mutable-tag'],
] as const;
export const ruleNameSchema = z.enum(RULE_NAMES);
export type RuleName = z.infer<typeof ruleNameSchema>;

const subjectSchema = z.object({ engine: z.string(), container: z.string(), name: z.string() });

/** A command that a person can run to see it, and what it prints of it. */
export const evidenceSchema = z.object({ command: z.string(), value: z.string() });
export type Evidence = z.infer<typeof evidenceSchema>;

/** What to start it with or without, what to write into the engine's configuration, or what to run. */
export const changeSchema = z.object({
  how: z.enum(['with', 'without', 'daemon', 'run']),
  text: z.string(),
});
export type Change = z.infer<typeof changeSchema>;

export const referenceSchema = z.object({ title: z.string(), url: z.string() });
export type Reference = z.infer<typeof referenceSchema>;

/** Something that should be said of a container before anyone asks. */
export const findingSchema = z.object({
  rule: ruleNameSchema,
  severity: severitySchema,
  subject: subjectSchema,
  /** Which ones, where it is about several: capabilities, mounts, ports, containers. */
  of: z.array(z.string()),
  /** Of the socket of an engine: of one that another user than root runs. */
  rootless: z.optional(z.boolean()),
  evidence: z.array(evidenceSchema),
  /** Ways to change it; any one does. */
  change: z.array(changeSchema),
  reference: z.array(referenceSchema),
});
export type Finding = z.infer<typeof findingSchema>;

/** A rule that could not be decided for a container: that is no "nothing found". */
export const undecidedSchema = z.object({
  rule: ruleNameSchema,
  subject: subjectSchema,
  reason: z.string(),
});
export type Undecided = z.infer<typeof undecidedSchema>;

/** A rule that says nothing of any container here, as what it is about is not on this machine. */
export const inapplicableSchema = z.object({ rule: ruleNameSchema, reason: z.string() });
export type Inapplicable = z.infer<typeof inapplicableSchema>;

export const findingsSchema = z.object({
  /** The worst first. */
  findings: z.array(findingSchema),
  unknown: z.array(undecidedSchema),
  /** Each once, however many containers were looked at. */
  inapplicable: z.array(inapplicableSchema),
  /** Endpoints of engines that did not tell of their containers: of these nothing is known, and nothing is well. */
  silent: z.array(z.string()),
});
export type Findings = z.infer<typeof findingsSchema>;
