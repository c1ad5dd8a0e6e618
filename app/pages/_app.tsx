import type { AppProps } from 'next/app';
import Head from 'next/head';
import { fontRules } from '../fonts';
import '../globals.css';

export default function App({ Component, pageProps }: AppProps) {
  return (
    <>
      <Head>
        <title>nsview</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style dangerouslySetInnerHTML={{ __html: fontRules }} />
      </Head>
      <Component {...pageProps} />
    </>
  );
}
