/** What is shown as a picture: asked for by the query of the page's address, and what a picture needs besides. */
export const FIGURE = '/api/v1/figure.svg';

/** What that query has besides. */
export const OF_FIGURES = ['size', 'text'] as const;
