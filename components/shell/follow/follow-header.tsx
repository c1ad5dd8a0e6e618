import { Languages, Moon, Sun } from 'lucide-react';
import { VIEWS } from '@lib/view-state/view-state';
import { useAllMessages, useLanguage } from '../../store/messages';
import { useNsview, useOnScreen } from '../../store/store';
import { useTheme } from '../../store/theme';

/** As large as a thumb. */
const BUTTON =
  'flex min-h-[44px] min-w-[44px] items-center justify-center gap-1.5 rounded-lg px-2 text-dim hover:bg-raised hover:text-text';

/** The views to look around in, and how one's own page looks. */
export function FollowHeader() {
  const { shell } = useAllMessages();
  const onScreen = useOnScreen();
  const show = useNsview((store) => store.show);
  const theme = useTheme();
  const language = useLanguage();
  const otherTheme = theme === 'light' ? 'dark' : 'light';
  const otherLanguage = language === 'en' ? 'zh-CN' : 'en';
  const label = shell.switchTheme(shell.themes[otherTheme]);
  const Icon = otherTheme === 'light' ? Sun : Moon;
  return (
    <header className="flex shrink-0 items-center border-b border-line bg-surface px-2">
      <h1 className="sr-only">nsview</h1>
      <nav aria-label={shell.viewsLabel} className="flex min-w-0 flex-1 overflow-x-auto">
        {VIEWS.map((view) => (
          <button
            key={view}
            type="button"
            aria-current={view === onScreen ? 'page' : undefined}
            onClick={() => show({ view })}
            className="min-h-[44px] min-w-[44px] shrink-0 border-b-2 border-transparent -outline-offset-2 px-2 text-sm text-dim aria-[current=page]:border-focus aria-[current=page]:font-semibold aria-[current=page]:text-text"
          >
            {shell.views[view]}
          </button>
        ))}
      </nav>
      <button
        type="button"
        aria-label={label}
        title={label}
        className={BUTTON}
        onClick={() => show({ theme: otherTheme })}
      >
        <Icon size="1.2rem" aria-hidden />
      </button>
      <button
        type="button"
        title={shell.switchLanguage}
        className={BUTTON}
        onClick={() => show({ language: otherLanguage })}
      >
        <Languages size="1.2rem" aria-hidden />
        <span lang={otherLanguage} className="sr-only">
          {shell.otherLanguage}
        </span>
      </button>
    </header>
  );
}
