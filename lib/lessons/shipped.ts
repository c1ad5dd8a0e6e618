/** The lessons that come with nsview, in the order of the course: `lib/lessons/course/<id>.yaml`. */
export const SHIPPED_LESSONS = [
  'images',
  'process',
  'kernel',
  'namespaces',
  'limits',
  'isolation',
] as const;
