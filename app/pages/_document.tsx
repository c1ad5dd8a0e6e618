import Document, {
  Head,
  Html,
  Main,
  NextScript,
  type DocumentContext,
  type DocumentInitialProps,
} from 'next/document';
import { languageFor } from '@lib/i18n/language';
import { parseViewState, type ViewState } from '@lib/view-state/view-state';
import { type Language } from '@lib/model/language';

interface Props extends DocumentInitialProps {
  language: Language;
  state: Pick<ViewState, 'theme' | 'projector'>;
  nonce: string;
  role: string;
}

/** What the query says of theme and language holds from the first paint on, before any script. */
export default class Page extends Document<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const headers = context.req?.headers ?? {};
    const { state } = parseViewState(one(headers['x-nsview-search']));
    return {
      ...(await Document.getInitialProps(context)),
      language: state.language ?? languageFor(headers['accept-language']),
      state: { theme: state.theme, projector: state.projector },
      nonce: one(headers['x-nsview-nonce']),
      role: one(headers['x-nsview-role']),
    };
  }

  override render() {
    const { language, state, nonce, role } = this.props;
    return (
      <Html
        lang={language}
        data-state="connecting"
        data-engine="connecting"
        data-settled="false"
        data-theme={state.theme ?? undefined}
        data-role={role || undefined}
        data-projector={state.projector ? '1' : undefined}
      >
        <Head nonce={nonce}>
          <meta
            name="description"
            content="Which containers on this machine share which Linux namespaces"
          />
          <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        </Head>
        <body>
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}

function one(header: string | string[] | undefined): string {
  return (typeof header === 'string' ? header : header?.[0]) ?? '';
}
