/** What figures say besides what the views say. */
export const figure = {
  /** To the title of Processes, where nothing can be pointed at. */
  processesLead: 'Each pane lists what ps lists there.',
  /** The filter of the list, as it was typed. */
  processesFilter: (text: string) => `Filter: “${text}”`,
  /** @param moments which two are compared @param lines one for each container that is different */
  compared: (moments: string, lines: readonly string[]) =>
    `${moments}: ${lines.length === 0 ? 'nothing' : lines.join('; ')}.`,
  noContainer: 'No container.',
};
