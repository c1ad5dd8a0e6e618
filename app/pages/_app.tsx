import type { AppProps } from 'next/app';
import Head from 'next/head';
import Router from 'next/router';
import { useEffect } from 'react';
import { fontRules } from '../fonts';
import '../globals.css';

export default function App({ Component, pageProps }: AppProps) {
  useEffect(() => {
    // There is one page, which follows its address by itself (components/store/url.ts). The router would ask for the page of
    // another address at Back; where Next does not run there is none to be had, and it would load all anew.
    Router.beforePopState(() => false);
  }, []);
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
