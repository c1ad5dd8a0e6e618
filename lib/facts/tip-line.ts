import type { NamespaceType } from '../model/namespace-type';

/** A sentence, in the hue of the type that it is about. */
export interface TipLine {
  type: NamespaceType | null;
  text: string;
}
