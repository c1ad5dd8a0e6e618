import { Root } from '@components/shell/Root';

export default function Page() {
  return <Root />;
}
