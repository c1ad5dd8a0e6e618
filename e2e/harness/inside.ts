import type { NamespaceType } from '@lib/model/namespace-type';
import { inside } from '@lib/questions/inside';
import type { Nsview } from './nsview';
import { linksOf } from './witness';

/** What the API tells of a namespace of this process. @throws where it tells nothing */
export async function insideOf(nsview: Nsview, type: NamespaceType, pid: number) {
  const response = await fetch(`${nsview.url}/api/v1/inside/${linksOf(pid)[type]}`);
  const body: unknown = await response.json();
  const told = inside.answer.safeParse(body);
  if (!told.success) throw new Error(JSON.stringify(body));
  return told.data;
}
