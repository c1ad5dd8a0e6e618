import { useState } from 'react';
import { useAllMessages } from '@components/store/messages';
import { timeIn, useNsview } from '@components/store/store';
import { save } from '@components/take-away/save';
import { Button } from '@components/ui/button';
import { fileName } from '@lib/figure/file-name';
import type { Findings } from '@lib/findings/finding';
import { documentOf } from '@lib/report/document';
import { DOCUMENT_FILES, DOCUMENT_FORMATS, type DocumentFormat } from '@lib/report/document-format';

/** All findings as files, as `nsview findings` writes them: what is chosen or acknowledged here does not count. */
export function SaveFindings({ told }: { told: Findings }) {
  const messages = useAllMessages();
  const words = messages.findingList;
  const hostname = useNsview((store) => store.snapshot?.host.hostname ?? '');
  const [saved, setSaved] = useState<string | null>(null);
  const saveAs = (format: DocumentFormat) => {
    const { ending, type } = DOCUMENT_FILES[format];
    const name = fileName('findings', hostname, timeIn(useNsview.getState()), ending);
    save(new File([`${documentOf(format, told, messages).trimEnd()}\n`], name, { type }));
    setSaved(name);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <span className="text-dim" title={words.saveHint}>
        {words.saveAll}
      </span>
      {DOCUMENT_FORMATS.map((format) => (
        <Button
          key={format}
          aria-label={`${words.saveAll} ${words.formats[format]}`}
          onClick={() => saveAs(format)}
        >
          {words.formats[format]}
        </Button>
      ))}
      <span role="status" className="text-dim [overflow-wrap:anywhere]">
        {saved === null ? '' : words.saved(saved)}
      </span>
    </div>
  );
}
