import { createContext, Fragment, useContext, type ReactNode } from 'react';
import type { Container } from '@lib/model/container';
import { kernelName, namespaceTypeOf, type NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import type { Snapshot } from '@lib/model/snapshot';
import { nameTold, refOf } from '@lib/model/container-ref';
import { useNsview } from '../store/store';

/** How something looks that selects what it names. */
export const LINK =
  'relative cursor-pointer rounded text-left [overflow-wrap:anywhere] underline decoration-line-strong underline-offset-3 hover:decoration-current';

/** The snapshot that is told about; its links need not listen for a newer one. */
export const ToldSnapshot = createContext<Snapshot | null>(null);

/** A container's name, which selects it. */
export function ContainerLink({ container, colour }: { container: Container; colour?: string }) {
  const snapshot = useContext(ToldSnapshot);
  const select = useNsview((store) => store.select);
  const ref = snapshot === null ? container.name : refOf(snapshot, container);
  return (
    <button
      type="button"
      title={container.id}
      className={LINK}
      style={colour === undefined ? {} : { color: colour }}
      onClick={() => select({ kind: 'container', ref })}
    >
      {snapshot === null ? container.name : nameTold(snapshot, container)}
    </button>
  );
}

/** A namespace, by default under the kernel's name for it; selects it. */
export function NamespaceLink({ id, children }: { id: NamespaceId; children?: ReactNode }) {
  const select = useNsview((store) => store.select);
  return (
    <button
      type="button"
      title={kernelName(id)}
      className={children === undefined ? `${LINK} font-mono whitespace-nowrap` : LINK}
      style={{ color: `var(--type-${namespaceTypeOf(id)}-text)` }}
      onClick={() => select({ kind: 'namespace', id })}
    >
      {children ?? kernelName(id)}
    </button>
  );
}

/** A process under its PID on the host; selects it. */
export function ProcessLink({ pid }: { pid: number }) {
  const select = useNsview((store) => store.select);
  return (
    <button type="button" className={LINK} onClick={() => select({ kind: 'process', pid })}>
      {pid}
    </button>
  );
}

/** The dot in a type's colour. */
export function TypeDot({ type }: { type: NamespaceType }) {
  return (
    <span
      aria-hidden
      className="inline-block size-2 shrink-0 rounded-full"
      style={{ background: `var(--type-${type})` }}
    />
  );
}

/** The parts of a sentence, words and links, one after the other. */
export function Parts({ parts }: { parts: readonly ReactNode[] }) {
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>);
}
