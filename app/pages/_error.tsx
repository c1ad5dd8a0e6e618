import type { NextPageContext } from 'next';
import NextError, { type ErrorProps } from 'next/error';

/** Drawn for each request as well: a page that was made beforehand has no nonce for its scripts. */
export default class ErrorPage extends NextError {
  static override getInitialProps = (context: NextPageContext): Promise<ErrorProps> | ErrorProps =>
    NextError.getInitialProps(context);
}
