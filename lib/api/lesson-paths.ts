/** The list of lessons; each of them is below it, by its id. */
export const LESSONS = '/api/v1/lessons';
