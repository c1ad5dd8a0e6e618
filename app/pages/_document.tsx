import Document, {
  Head,
  Html,
  Main,
  NextScript,
  type DocumentContext,
  type DocumentInitialProps,
} from 'next/document';
import { documentAttributes, roleNamed } from '@lib/document/attributes';

interface Props extends DocumentInitialProps {
  attributes: Record<string, string>;
  nonce: string;
}

/** What the query says of theme and language holds from the first paint on, before any script. */
export default class Page extends Document<Props> {
  static override async getInitialProps(context: DocumentContext): Promise<Props> {
    const headers = context.req?.headers ?? {};
    return {
      ...(await Document.getInitialProps(context)),
      attributes: documentAttributes({
        search: one(headers['x-nsview-search']),
        acceptLanguage: headers['accept-language'],
        role: roleNamed(one(headers['x-nsview-role'])),
      }),
      nonce: one(headers['x-nsview-nonce']),
    };
  }

  override render() {
    const { attributes, nonce } = this.props;
    return (
      <Html {...attributes}>
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
