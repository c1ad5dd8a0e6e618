/** Drawn for each request as well: a page that was made beforehand has no nonce for its scripts. */
export { default } from 'next/error';
