import type { Activity } from 'botbuilder';
import type { DeskActivity } from './activity-schema.ts';

/**
 * Casts to the SDK's type, which declares fields as present that channels omit. The schema has validated every field
 * that the desk and the SDK read.
 */
export function sdkActivity(activity: DeskActivity): Activity {
  return activity as unknown as Activity;
}
