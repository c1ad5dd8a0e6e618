import { create } from 'zustand';
import type { NamespaceType } from '@lib/model/namespace-type';

interface OpenBundles {
  open: ReadonlySet<NamespaceType>;
  toggle: (type: NamespaceType) => void;
}

/** The bundles of ties that a person has opened; kept while the page is, over changes of view. */
export const useOpenBundles = create<OpenBundles>()((set) => ({
  open: new Set(),
  toggle: (type) =>
    set(({ open }) => ({
      open: new Set(open.has(type) ? [...open].filter((each) => each !== type) : [...open, type]),
    })),
}));
