import { useEffect, useState } from 'react';
import type { EngineState } from '@lib/model/host';
import type { Snapshot } from '@lib/model/snapshot';
import { enginesOutlook } from '@lib/select/engines';
import { usePart, useTheRest } from '../parts/part';
import { useLanguage } from '../store/messages';
import { useToldIsShown } from '../store/shown';
import { useViewAtRest } from '../store/rest';
import { useNsview, useOnScreen } from '../store/store';
import { VIEW_PARTS } from './views';
import { useTheme } from '../store/theme';

/**
 * Writes on `<html>` what scripts and styles go by: state, engine, seq, theme, language, and
 * `data-settled` once the data are in, the fonts are loaded, the view is at rest and what is told beside
 * it has followed. A component, so that no other is drawn anew because a number changes.
 */
export function DocumentState(): null {
  const part = usePart(VIEW_PARTS[useOnScreen()]);
  const atRest = useViewAtRest() && part.is === 'there';
  const told = useToldIsShown();
  const connection = useNsview((store) => store.connection);
  const replay = useNsview((store) => store.snapshot?.host.reader === 'recording');
  const frozen = useNsview((store) => store.frozenAt !== null);
  const engine = useNsview((store) => enginesState(store.snapshot));
  const seq = useNsview((store) => store.snapshot?.seq ?? null);
  const projector = useNsview((store) => store.viewState.projector);
  const theme = useTheme();
  const language = useLanguage();
  const fontsLoaded = useFontsLoaded();
  const settled = atRest && told && fontsLoaded;
  useTheRest(settled);

  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.state =
      connection === 'incompatible'
        ? 'stale'
        : frozen
          ? 'frozen'
          : connection === 'live' && replay
            ? 'replay'
            : connection;
    dataset.engine = engine;
    dataset.settled = String(settled);
    assign('data-seq', seq === null ? null : String(seq));
  }, [connection, frozen, replay, engine, seq, settled]);

  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset.theme = theme;
    assign('data-projector', projector ? '1' : null);
    assign('data-still', frozen ? '1' : null);
  }, [language, theme, projector, frozen]);
  return null;
}

/** Before the first snapshot nothing is known of any engine. */
function enginesState(snapshot: Snapshot | null): EngineState {
  return snapshot === null ? 'connecting' : enginesOutlook(snapshot.engines).state;
}

function assign(name: string, value: string | null): void {
  if (value === null) document.documentElement.removeAttribute(name);
  else document.documentElement.setAttribute(name, value);
}

function useFontsLoaded(): boolean {
  const [loaded, setLoaded] = useState(false);
  useEffect(() => {
    let mounted = true;
    document.fonts.ready.then(
      () => {
        if (mounted) setLoaded(true);
      },
      // The promise of FontFaceSet.ready is specified never to reject.
      () => undefined,
    );
    return () => {
      mounted = false;
    };
  }, []);
  return loaded;
}
