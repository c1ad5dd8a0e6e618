/** As what findings are handed on. */
export const DOCUMENT_FORMATS = ['json', 'sarif', 'markdown'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** How the names of such files end, and what is in them. */
export const DOCUMENT_FILES: Readonly<Record<DocumentFormat, { ending: string; type: string }>> = {
  json: { ending: 'json', type: 'application/json' },
  sarif: { ending: 'sarif', type: 'application/sarif+json' },
  markdown: { ending: 'md', type: 'text/markdown' },
};
