import { Root } from '@components/shell/root';

/** Drawn for each request: the language and the theme of the document are those that it asks for. */
export function getServerSideProps() {
  return Promise.resolve({ props: {} });
}

export default Root;
