import type { ContainerReading } from '../docker/reading';
import { redactArgs, redactText } from './redact-args';
import { HIDDEN, isSecretValue } from './secret-name';
import { redactShapes } from './shapes';

/** Labels of engines and images: names of services and files, whatever words are in them. */
const ABOUT_CONTAINERS = /^(?:com\.docker|org\.opencontainers|io\.podman|desktop\.docker\.io)\b/;

/**
 * A container without what is secret in its command line and its labels.
 *
 * @param args false: without its command line, which says that it was left out
 */
export function redactContainer(reading: ContainerReading, args: boolean): ContainerReading {
  const shown = { ...reading, labels: redactLabels(reading.labels) };
  if (args) return { ...shown, command: redactArgs(reading.command) };
  return { ...shown, command: [], unreadable: { ...reading.unreadable, command: 'redacted' } };
}

/** Labels with the values of secret names hidden, and what in any value is secret by itself. */
export function redactLabels(labels: Readonly<Record<string, string>>): Record<string, string> {
  const shown = Object.entries(labels).map(([name, value]): [string, string] => {
    if (ABOUT_CONTAINERS.test(name)) return [name, redactShapes(value)];
    return [name, isSecretValue(name, value) ? HIDDEN : redactText(value)];
  });
  return Object.fromEntries(shown);
}
