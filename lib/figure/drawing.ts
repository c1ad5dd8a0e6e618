import type { ReachTold } from '../facts/reach';
import type { Messages } from '../i18n/messages';
import type { LayersTold } from '../images/layers-told';
import type { Insides } from '../inside/insides';
import type { Size } from '../layout/geometry';
import type { CallsTold } from '../privileges/call-told';
import type { Snapshot } from '../model/snapshot';
import type { UsageTable } from '../select/usage';
import type { Comparison } from '../timeline/difference';
import type { Language } from '../model/language';
import type { ViewState } from '../view-state/view-state';
import type { Ink } from './arc-look';
import type { SvgNode } from './svg';

/** What a view is drawn from. */
export interface Drawing {
  /** What the filters leave to be drawn. */
  snapshot: Snapshot;
  /** Without filters: what is told of what is drawn is true of this. */
  whole: Snapshot;
  viewState: ViewState;
  /** What is known of what namespaces isolate; empty: of a snapshot alone. */
  insides: Insides;
  /** Whether two that are selected reach each other; empty: of a snapshot alone. */
  reaches: readonly ReachTold[];
  /** What is known of images and of what was written on top of them; undefined: of a snapshot alone. */
  layers: LayersTold | undefined;
  /** What is known of the system calls that processes are in; undefined: of a snapshot alone. */
  calls: CallsTold | undefined;
  /** What is different from another moment; null: none is compared with. */
  comparison: Comparison | null;
  /** What is asked for; a view that needs more takes it. */
  size: Size;
  /** What is known of what changes all the time; null where that is not told, as in a recording. */
  usage: UsageTable | null;
  /** As IANA names it: whose clock tells when something began. */
  timeZone: string;
  language: Language;
  messages: Messages;
  ink: Ink;
  /** What tells the tints of containers. */
  page: 'light' | 'dark';
}

/** A view as a drawing. */
export interface FigureContent {
  title: string;
  size: Size;
  defs: readonly SvgNode[];
  /** Its title, and what it says to it. */
  head: readonly SvgNode[];
  /** What is drawn of the machine. */
  picture: readonly SvgNode[];
  /** What explains the picture, below it. */
  legend: readonly SvgNode[];
}
