/** Whether there is a lab, and what lessons have left; what it is told to do is below. */
export const LAB = '/api/v1/lab';
/** Which commands of a lesson (`?lesson=ID`) can be run. */
export const LAB_COMMANDS = `${LAB}/commands`;
export const LAB_RUN = `${LAB}/run`;
export const LAB_STOP = `${LAB}/stop`;
export const LAB_CLEAN = `${LAB}/clean`;
