import { styleText } from 'node:util';
import { withoutReader } from '@lib/select/without-reader';
import { namespaceRows } from '@lib/table/namespace-row';
import { namespaceTable, type Tone } from '@lib/table/namespace-table';
import { printableJson } from '@lib/table/printable';
import type { LsConfig } from '../config/ls';
import { lookOnce, tellLimits } from './look';

const STYLES: Record<Tone, Parameters<typeof styleText>[0]> = {
  title: 'bold',
  own: 'dim',
  shared: ['bold', 'magenta'],
  host: 'yellow',
  engine: 'yellow',
  unknown: 'red',
  none: 'dim',
  absent: 'dim',
};

/** `nsview ls`: the namespaces of this machine, one line each. */
export async function listNamespaces(config: LsConfig): Promise<void> {
  const snapshot = await lookOnce(config);
  tellLimits(snapshot, config);
  // The reader in a container, if that was asked for, is gone by now.
  const rows = namespaceRows(withoutReader(snapshot), config.types);
  if (config.json) {
    process.stdout.write(`${printableJson({ namespaces: rows }, 2)}\n`);
    return;
  }
  const { isTTY, columns } = process.stdout;
  const coloured = isTTY && config.colours;
  const table = namespaceTable(rows, config.messages, {
    // A terminal that nobody has sized says 0.
    width: isTTY && columns > 0 ? columns : null,
    paint: (text, tone) => (coloured ? styleText(STYLES[tone], text) : text),
  });
  process.stdout.write(table);
}
