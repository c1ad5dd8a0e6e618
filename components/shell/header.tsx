import { Contrast, Languages, Moon, Sun, TriangleAlert } from 'lucide-react';
import { LessonsButton } from '#lessons';
import { TakeAwayButton } from '#take-away';
import { weighNotices } from '@lib/facts/notice';
import { ENGINE_NAMES } from '@lib/model/engine-name';
import type { Engine } from '@lib/model/host';
import { HOST } from '@lib/model/host-word';
import { KEYS } from '@lib/keys/keys';
import { enginesOutlook } from '@lib/select/engines';
import { VIEWS, type Theme } from '@lib/view-state/view-state';
import { useShortcuts } from '../canvas/use-shortcuts';
import { FilterPanel } from '../filters/filter-panel';
import { HelpButton } from '../help/help-button';
import { SearchDialog } from '../search/search-dialog';
import { Part } from '../parts/part';
import { role } from '../parts/role';
import { useLanguage, useMessages, withAllMessages } from '../store/messages';
import { useNsview, useOnScreen, useView } from '../store/store';
import { FreezeButton } from '../take-away/freeze-button';
import { Fetched } from '../ui/fetched';
import { TimelineButton } from './timeline/timeline-button';
import { TypeChips } from './type-chips';
import { useTheme } from '../store/theme';

/** Only where something can be presented. */
const PRESENT =
  role === 'presenter'
    ? new Part(
        withAllMessages(async () => (await import('../present/present-button')).PresentButton),
      )
    : null;

/** What runs here, which view, which types, and how it looks. */
export function Header() {
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-surface px-4 py-1.5 max-[1440px]:gap-x-2 in-data-projector:min-h-0 in-data-projector:px-2 in-data-projector:py-0.5">
      <h1 className="flex items-center gap-1.5 text-base font-semibold">
        <Logo />
        <span className="in-data-projector:sr-only">nsview</span>
      </h1>
      <Status />
      <ViewSwitch />
      <div className="ml-auto flex flex-wrap items-center gap-x-3 gap-y-1 max-[1440px]:gap-x-1.5">
        <TypeChips />
        <div className="flex items-center gap-1 max-[1440px]:in-data-projector:gap-0">
          {PRESENT !== null && <Fetched part={PRESENT}>{(Present) => <Present />}</Fetched>}
          <LessonsButton />
          <FreezeButton />
          {/* Where there is no room the help tells of its key. */}
          <span className="max-[1441px]:hidden">
            <TimelineButton />
          </span>
          <SearchDialog />
          <TakeAwayButton />
          <FilterPanel />
          <ThemeSwitch />
          <LanguageSwitch />
          <HelpButton />
        </div>
      </div>
    </header>
  );
}

function Logo() {
  return (
    <svg viewBox="0 0 20 20" className="size-5" aria-hidden>
      <circle
        cx="10"
        cy="10"
        r="8"
        fill="none"
        stroke="var(--type-net)"
        strokeWidth="2.5"
        strokeDasharray="10.9 1.66"
      />
      <circle cx="10" cy="10" r="3" fill="var(--type-pid)" />
    </svg>
  );
}

/**
 * The pill: is it live, which machine, which engine. A click tells all about the machine. As wide
 * whatever it says, so that trouble moves nothing beside it.
 */
function Status() {
  const { shell, recordings } = useMessages();
  const connection = useNsview((store) => store.connection);
  const host = useNsview((store) => store.snapshot?.host ?? null);
  const engines = useNsview((store) => store.snapshot?.engines ?? null);
  const select = useNsview((store) => store.select);

  const limits = host === null ? 0 : weighNotices(host).limits.length;
  const frozen = useNsview((store) => store.frozenAt !== null);
  const live = connection === 'live';
  const replay = live && host?.reader === 'recording';
  const past = useNsview((store) => store.recording?.past === true);
  const state = frozen
    ? shell.frozen
    : replay
      ? past
        ? recordings.past
        : recordings.state
      : live
        ? shell.live
        : connection === 'connecting'
          ? shell.connecting
          : shell.staleShort;
  const outlook = engines === null ? null : enginesOutlook(engines);
  const well = outlook === null || outlook.complete;
  const said = ({ kind, version, state: engineState }: Engine) => {
    const name = ENGINE_NAMES[kind];
    return engineState === 'connected'
      ? `${name} ${version ?? ''}`.trim()
      : shell.engine(name, engineState);
  };
  const engineText = outlook?.engines.map(said).join(' · ') ?? null;
  // Beside one that is not well there is no room for the others.
  const others = (engines ?? []).filter((engine) => outlook?.engines.includes(engine) === false);
  const machine =
    host === null ? null : shell.hostPill(host.hostname, host.kernel.split('-')[0] ?? '');
  return (
    <button
      type="button"
      title={[shell.aboutHost, machine, ...(engines ?? []).map(said)].filter(Boolean).join(' · ')}
      onClick={() => select({ kind: 'container', ref: HOST })}
      className="flex w-84 min-w-0 shrink-0 max-[1440px]:w-45 in-data-projector:w-28! max-[1440px]:in-data-projector:w-24! items-center gap-2 rounded-full border border-line px-3 in-data-projector:px-2 py-1 text-xs text-dim hover:bg-raised"
    >
      <span
        aria-hidden
        className={`size-2.5 shrink-0 rounded-full border-2 ${dot(live, replay || frozen, well)}`}
      />
      <span role="status" className="whitespace-nowrap">
        {state}
      </span>
      {machine !== null && (
        <span className={`truncate in-data-projector:sr-only ${well ? '' : 'max-[1440px]:hidden'}`}>
          {machine}
        </span>
      )}
      {engineText !== null && (
        <span
          className={
            well
              ? `${engines?.length === 1 ? 'whitespace-nowrap' : 'truncate'} max-[1440px]:sr-only in-data-projector:sr-only`
              : 'truncate font-semibold text-warn max-[1440px]:in-data-projector:sr-only'
          }
        >
          {engineText}
        </span>
      )}
      {others.length > 0 && <span className="sr-only">{others.map(said).join(' · ')}</span>}
      {limits > 0 && (
        <span title={shell.limits(limits)} className="flex items-center gap-1 text-warn">
          <TriangleAlert size="1rem" aria-hidden />
          <span aria-hidden>{limits}</span>
          <span className="sr-only">{shell.limits(limits)}</span>
        </span>
      )}
    </button>
  );
}

/** Green: live; blue: recorded; amber: something is amiss; hollow: not now. */
function dot(live: boolean, replay: boolean, well: boolean): string {
  if (!live) return 'border-warn';
  if (!well) return 'border-warn bg-warn';
  return replay ? 'border-focus bg-focus' : 'border-good bg-good';
}

function ViewSwitch() {
  const { shell } = useMessages();
  const current = useView();
  const onScreen = useOnScreen();
  const show = useNsview((store) => store.show);
  const go = (steps: number) => {
    const view = VIEWS[(VIEWS.indexOf(current) + steps + VIEWS.length) % VIEWS.length];
    if (view !== undefined) show({ view });
  };
  useShortcuts(KEYS.everywhere.views, { next: () => go(1), previous: () => go(-1) });
  return (
    <nav
      aria-label={shell.viewsLabel}
      className="flex rounded-lg border border-line bg-ground p-0.5"
    >
      {VIEWS.map((view) => (
        <button
          key={view}
          type="button"
          aria-current={view === onScreen ? 'page' : undefined}
          onClick={() => show({ view })}
          className="rounded-md px-3 py-1 text-dim max-[1440px]:px-1.5 hover:text-text aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-text"
        >
          {shell.views[view]}
        </button>
      ))}
    </nav>
  );
}

const iconButton =
  'flex h-8 items-center gap-1.5 rounded-lg px-2 text-dim hover:bg-raised hover:text-text';

/** The theme that the button leads to. */
const AFTER: Readonly<Record<Theme, Theme>> = {
  dark: 'light',
  light: 'contrast',
  contrast: 'dark',
};
const THEME_ICONS = { dark: Moon, light: Sun, contrast: Contrast };

function ThemeSwitch() {
  const { shell } = useMessages();
  const show = useNsview((store) => store.show);
  const other = AFTER[useTheme()];
  const label = shell.switchTheme(shell.themes[other]);
  const Icon = THEME_ICONS[other];
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={iconButton}
      onClick={() => show({ theme: other })}
    >
      <Icon size="1.14rem" aria-hidden />
    </button>
  );
}

function LanguageSwitch() {
  const { shell } = useMessages();
  const show = useNsview((store) => store.show);
  const other = useLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <button
      type="button"
      title={shell.switchLanguage}
      className={iconButton}
      onClick={() => show({ language: other })}
    >
      <Languages size="1.14rem" aria-hidden />
      <span lang={other} className="font-languages in-data-projector:sr-only">
        {shell.otherLanguage}
      </span>
    </button>
  );
}
