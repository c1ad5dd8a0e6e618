import * as z from 'zod/mini';
import { hostIdSchema, LOCAL_HOST } from '../model/host';

/** The name that a hub's credential has where a machine's has the machine's: no machine may take it. */
export const HUB_NAME = 'hub';

/** What a machine of a fleet may be called. */
export const fleetHostSchema = hostIdSchema.check(
  z.refine((name) => name !== LOCAL_HOST && name !== HUB_NAME),
);
