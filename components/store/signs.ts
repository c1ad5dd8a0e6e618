import { useEffect } from 'react';
import { differenceSigns } from '@lib/facts/differences';
import { useDifferences } from './differences';
import { useAllMessages } from './messages';

/** Gives what is different its signs in the pictures, in the language of the page. */
export function useSigns(): void {
  const { timeline: words } = useAllMessages();
  const comparison = useDifferences((store) => store.comparison);
  useEffect(() => {
    const signs = new Map(
      [...(comparison === null ? [] : differenceSigns(comparison))].map(([key, difference]) => [
        key,
        { difference, word: words.signs[difference] },
      ]),
    );
    useDifferences.setState({ signs });
  }, [comparison, words]);
}
