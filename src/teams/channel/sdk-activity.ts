import type { Activity } from 'botbuilder';
import type { DeskActivity } from './activity-schema.ts';

/**
 * The same object under the SDK's type, which declares as present what channels leave out. The schema has checked every
 * field that the desk and the SDK read.
 */
export function sdkActivity(activity: DeskActivity): Activity {
  return activity as unknown as Activity;
}
