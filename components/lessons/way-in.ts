/* What leads to lessons, and what stands beside the picture in one: all that others draw of them (`#lessons`). */
export { LESSON } from './lesson';
export { LessonsButton } from './lessons-button';
