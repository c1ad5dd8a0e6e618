/** Of the classic builder, before what changes the configuration or copies: `/bin/sh -c #(nop) `. */
const NOP = /^\/\S+(?: -\w+| pipefail)* #\(nop\) +/;

/** They change the configuration alone; no builder makes a layer for them. */
const CONFIGURES =
  /^(?:ARG|CMD|ENTRYPOINT|ENV|EXPOSE|HEALTHCHECK|LABEL|MAINTAINER|ONBUILD|SHELL|STOPSIGNAL|USER|VOLUME)(?:\s|$)/;

/** Is what made an entry of the history one of the instructions that never make a layer? */
export function makesNoLayer(createdBy: string): boolean {
  return CONFIGURES.test(createdBy.replace(NOP, ''));
}

/** The shell that ran a line, with the values of build arguments before it: `|1 TOKEN=x /bin/sh -c `. */
const SHELL = /^(?:\|\d+ .*?)?\/bin\/sh -c +/s;

/** What was copied, by its sum: `file:8c1d… in /srv`. */
const SUMS = /\b(?:file|dir|multi):[0-9a-f]{64} in /g;

/**
 * What made a layer as one would write it into a Dockerfile, from what the history has of it: without the
 * shell that ran it, the sums of what was copied and the builder's own remarks. In one line.
 */
export function instructionText(createdBy: string): string {
  const text = createdBy.replace(/ # buildkit$/, '').trim();
  return spoken(text).replace(SUMS, '… ').replace(/\s+/g, ' ').trim();
}

function spoken(text: string): string {
  if (NOP.test(text)) return text.replace(NOP, '');
  if (SHELL.test(text)) return text.replace(SHELL, 'RUN ');
  return text.startsWith('RUN ') ? `RUN ${text.slice(4).replace(SHELL, '')}` : text;
}
