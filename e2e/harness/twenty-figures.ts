const VIEWS = ['sharing', 'matrix', 'processes', 'kernel', 'lens, lens: pid'];

/** What a file of figures begins with whose figures are of the recordings that come with nsview. */
export const FIGURES_OF_SHIPPED = `nsview: 1
sources: {course: {shipped: course}, compose: {shipped: compose}}
figures:
`;

/** Ten entries of five views and two recordings, dark and light, each in two languages: twenty figures. */
export const TWENTY_FIGURES = VIEWS.flatMap((view, nth) =>
  ['course', 'compose'].map(
    (from) =>
      `  - {output: ${from}-${nth}, from: ${from}, lang: [en, zh-CN], theme: ${nth % 2 === 0 ? 'light' : 'dark'}, view: {view: ${view}}}`,
  ),
);
