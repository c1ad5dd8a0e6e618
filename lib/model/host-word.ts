/** How the host is named wherever a container's name could stand. */
export const HOST = ':host';
