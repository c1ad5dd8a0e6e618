import { LESSON } from '#lessons';
import { NOT_LOADED } from '@lib/i18n/not-loaded';
import { parseViewState } from '@lib/view-state/view-state';
import { ABOUT } from '../inspector/about';
import { Part, usePart } from '../parts/part';
import { role } from '../parts/role';
import { addressed } from '../store/addressed';
import { speak, wantedLanguage, withAllMessages } from '../store/messages';
import { MATCHES, ShownProvider } from '../store/shown';
import { App } from './app';
import { VIEW_PARTS } from './views';

const follower = withAllMessages(async () => (await import('./follow/follower')).Follower);

/** The page, and all that the one which the link names is drawn from, fetched at once. */
const PAGE = new Part(async () => {
  const { language, view, select, open, query, lesson } = parseViewState(addressed()).state;
  const [, Page] = await Promise.all([
    speak(wantedLanguage(language)),
    role === 'follower' ? follower() : App,
    VIEW_PARTS[open ? 'full' : (view ?? 'sharing')].fetch(),
    select === null || open ? null : ABOUT.fetch(),
    query === '' ? null : MATCHES.fetch(),
    lesson === null ? null : LESSON.fetch(),
  ]);
  return Page;
});

// Not only when React has taken over what the server drew.
if (typeof window !== 'undefined') PAGE.want();

/** The page depends on the browser (its language, its address bar): nothing to draw on the server. */
export function Root() {
  const page = usePart(PAGE);
  if (page.is === 'there') {
    const Page = page.value;
    return (
      <ShownProvider>
        <Page />
      </ShownProvider>
    );
  }
  if (page.is === 'failed') return <NotLoaded />;
  return <div className="h-14 border-b border-line bg-surface" />;
}

/** In both languages: neither is there to choose from. */
function NotLoaded() {
  return (
    <main role="alert" className="p-8 leading-relaxed">
      {Object.entries(NOT_LOADED).map(([language, text]) => (
        <p key={language} lang={language}>
          {text}
        </p>
      ))}
    </main>
  );
}
