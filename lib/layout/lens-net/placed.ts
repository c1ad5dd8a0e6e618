import type { Process } from '../../model/process';
import type { Point, Size } from '../geometry';
import type { DotLook } from '../lens/dot-look';
import type { LensBox } from '../lens/lens-boxes';
import type { GroundText } from './ground';
import type { Line, Sign } from './line';
import type { Route } from './routes';
import type { Standing } from './site';
import type { Rail } from './wiring';

/** A box of the picture; those on which others stand have no form of their own here. */
export interface PlacedNet {
  box: LensBox;
  x: number;
  y: number;
  width: number;
  height: number;
  dots: readonly { process: Process; x: number; y: number }[];
  strip: { x: number; y: number; width: number; height: number } | null;
  /** Null: it is a ground. */
  standing: Standing | null;
  ground: PlacedGround | null;
}

export interface PlacedRail {
  key: string;
  rail: Rail;
  line: Line;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface PlacedGround {
  rails: readonly PlacedRail[];
  text: GroundText;
  /** Where its text begins. */
  at: Point;
}

export interface PlacedWire extends Route {
  /** The rail that it ends at; null: it ends at another box. */
  rail: string | null;
  /** The name of its far end, where there is room for it. */
  label: { line: Line; x: number; y: number } | null;
}

export interface NetLayout {
  boxes: readonly PlacedNet[];
  wires: readonly PlacedWire[];
  /** Where it is said whether two that are selected reach each other. */
  strip: { x: number; y: number; width: number; height: number };
  /** What is outside of the machine, and the wires to it; null: no device leads there. */
  outside: {
    x: number;
    y: number;
    width: number;
    height: number;
    wires: readonly { from: Point; to: Point; device: string; box: LensBox['key'] }[];
  } | null;
  legend: PlacedLegend;
  look: DotLook;
  size: Size;
}

/** What a sign of the picture means. */
export type LegendSign = Sign | 'wire' | 'rail' | 'port' | 'chip' | 'published';

export interface PlacedLegend {
  entries: readonly { sign: LegendSign; text: string; x: number; y: number; textX: number }[];
  height: number;
}
