import type { ReactNode } from 'react';
import type { Capped } from '@lib/facts/seen';
import type { SharingSentence } from '@lib/facts/summary';
import type { Container } from '@lib/model/container';
import { useMessages } from '../store/messages';
import { ContainerLink, NamespaceLink, Parts } from './links';

/** More than this and a sentence is no longer read, only looked at. */
const NAMES_AT_MOST = 8;

/** Who shares what, or who is in the host's, as a list of sentences with links in them. */
export function Sentences({
  sentences,
  say,
}: {
  sentences: Capped<SharingSentence>;
  say: (containers: ReactNode[], namespaces: ReactNode[]) => ReactNode[];
}) {
  const { model, summary } = useMessages();
  const named = (containers: Container[]): ReactNode[] => {
    const first = containers.slice(0, NAMES_AT_MOST);
    const more = containers.length - first.length;
    const links = first.map((each) => <ContainerLink key={each.id} container={each} />);
    return more === 0 ? links : [...links, summary.more(more)];
  };
  if (sentences.rows.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5 text-sm leading-relaxed">
      {sentences.rows.map(({ containers, namespaces }) => (
        <li key={namespaces.map(({ id }) => id).join(' ')}>
          <Parts
            parts={say(
              named(containers),
              namespaces.map(({ type, id }) => (
                <NamespaceLink key={id} id={id}>
                  {model.typeNames[type]}
                </NamespaceLink>
              )),
            )}
          />
        </li>
      ))}
      {sentences.more > 0 && <li className="text-dim">{summary.moreSentences(sentences.more)}</li>}
    </ul>
  );
}
