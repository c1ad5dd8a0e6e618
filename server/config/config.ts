import { commandMessagesFor } from '@lib/i18n/command-messages';
import { languageFor } from '@lib/i18n/language';
import { VERSION } from '@lib/model/version';
import { printable } from '@lib/table/printable';
import { UsageError } from '../usage-error';
import { readAgent, type AgentConfig } from './agent';
import { readAsk, type AskConfig } from './ask';
import type { CommonConfig } from './common';
import { readFigure, type FigureConfig } from './figure';
import { readFindings, type FindingsConfig } from './findings';
import { readFleet, type FleetConfig } from './fleet';
import { readFleetList, type FleetListConfig } from './fleet-list';
import { readInside, type InsideConfig } from './inside';
import { readLesson, type LessonConfig } from './lesson';
import { readLs, type LsConfig } from './ls';
import { readPage, type PageConfig } from './page';
import { readProcess, type ProcessConfig } from './process';
import { readReach, type ReachConfig } from './reach';
import { readRecord, type RecordConfig } from './record';
import { readServe, type ServeConfig } from './serve';
import { readSnapshot, type SnapshotConfig } from './snapshot';
import { readUse, type UseConfig } from './use';

/** What the command line and the environment ask for. Nothing else reads them. */
export type Config =
  | ServeConfig
  | SnapshotConfig
  | LsConfig
  | RecordConfig
  | AskConfig
  | InsideConfig
  | FindingsConfig
  | ProcessConfig
  | LessonConfig
  | FigureConfig
  | FleetConfig
  | FleetListConfig
  | PageConfig
  | AgentConfig
  | ReachConfig
  | UseConfig;

/** @returns `help`: the text that was asked for instead, as the version is. @throws UsageError */
export function readConfig(
  argv: readonly string[],
  environment: CommonConfig['environment'],
): Config | { help: string } {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const language = languageFor(LC_ALL || LC_MESSAGES || LANG);
  const messages = commandMessagesFor(language);
  const context = { environment, language, messages };
  const [first = ''] = argv;
  if (first === '--version') return { help: `${VERSION}\n` };
  const named = first !== '' && !first.startsWith('-');
  const rest = named ? argv.slice(1) : argv;
  switch (named ? first : 'serve') {
    case 'serve':
      return readServe(rest, context);
    case 'snapshot':
      return readSnapshot(rest, context);
    case 'ls':
      return readLs(rest, context);
    case 'record':
      return readRecord(rest, context);
    case 'ask':
      return readAsk(rest, context);
    case 'inside':
      return readInside(rest, context);
    case 'process':
      return readProcess(rest, context);
    case 'use':
      return readUse(rest, context);
    case 'findings':
      return readFindings(rest, context);
    case 'lesson':
      return readLesson(rest, context);
    case 'figure':
      return readFigure(rest, context);
    case 'page':
      return readPage(rest, context);
    case 'agent':
      return readAgent(rest, context);
    case 'fleet':
      // It asks a server; the other actions change files.
      return rest[0] === 'list' ? readFleetList(rest.slice(1), context) : readFleet(rest, context);
    case 'reach':
      return readReach(rest, context);
    default:
      throw new UsageError(messages.cli.unknownCommand(printable(first)));
  }
}
