import * as z from 'zod/mini';

const text = z.string();

function word<Code extends string, Fields extends Record<string, z.ZodMiniType<string>>>(
  code: Code,
  fields: Fields,
) {
  return z.object({ code: z.literal(code), ...fields });
}

/** Why a line may be run: the rule of its entry in the table of calls (server/lab). */
export const labRuleSchema = z.discriminatedUnion('code', [
  word('reads', {}),
  /** It makes something, which is given the lesson's label. */
  word('makes', {}),
  /** It changes something, which has to carry that label. */
  word('labelled', {}),
  /** It signals the first process of a container that carries it. */
  word('signals', {}),
  /** It adds a rule to the firewall of one that carries it, inside of its network. */
  word('inside-network', {}),
  /** It makes, fills or removes a folder of the lab. */
  word('own-folder', {}),
  /** It moves a labelled image to or from a registry of this machine. */
  word('own-registry', {}),
]);
export type LabRule = z.infer<typeof labRuleSchema>;

/** Why something cannot be done, or was not: what it is about is in the other fields. */
export const labReasonSchema = z.discriminatedUnion('code', [
  word('off', {}),
  word('no-docker-command', {}),
  word('no-engine', {}),
  /** `endpoints`: with commas. */
  word('several-engines', { endpoints: text }),
  /** The engine is reached by an address, and may be on another machine. */
  word('engine-elsewhere', { endpoint: text }),
  /** No entry of the table has this shape. */
  word('no-such-call', {}),
  /** `part`: what of it only a shell would understand: a variable, a pipe, a second command. */
  word('needs-shell', { part: text }),
  word('option', { command: text, option: text }),
  word('value', { option: text, value: text }),
  word('too-many', { command: text }),
  word('too-few', { command: text }),
  word('needs-root', {}),
  /** A container that is among the host's processes may do nothing but sleep. */
  word('among-host', {}),
  /** Arguments of processes are not to be shown, and it shows them. */
  word('hides-arguments', {}),
  word('not-labelled', { what: text }),
  word('not-there', { what: text }),
  word('not-running', { what: text }),
  /** A name that somebody else's image has. */
  word('name-taken', { what: text }),
  /** A folder below /tmp that the lab has not made. */
  word('folder-taken', { path: text }),
  word('no-image', { image: text, programs: text, why: text }),
  word('busy', { lesson: text, step: text }),
  word('no-lesson', { lesson: text }),
  word('no-step', { step: text }),
  word('no-command', { command: text }),
  word('request', { why: text }),
  word('deadline', { seconds: text }),
  word('stopped', {}),
  word('failed', { why: text }),
]);
export type LabReason = z.infer<typeof labReasonSchema>;

/** What the lab tells of a command while it runs. */
export const labNewsSchema = z.discriminatedUnion('code', [
  /** What is run, where that is another line than the lesson's but for the label. */
  word('runs', { line: text }),
  word('labelled', { label: text }),
  word('image-here', { image: text }),
  /** Another image stands in for the one that was named. */
  word('image-instead', { image: text, instead: text }),
  word('image-pulled', { image: text }),
  word('pull-failed', { image: text, why: text }),
  /** Made of what this machine has, for nothing else was to be had. */
  word('image-made', { image: text }),
  /** What a command named is not there, so it was left out. */
  word('left-out', { what: text }),
  /** It printed more than is told. */
  word('cut', {}),
]);
export type LabNews = z.infer<typeof labNewsSchema>;
