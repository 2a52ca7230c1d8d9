import { day, later, type Instant } from '../instant.ts';
import { awaitedReminderDays, type AwaitedReminderDays } from '../notifications/reminder-days.ts';
import type { AwaitedEffect } from './awaited-effect.ts';

/** The reminder to send now of what is awaited, the most urgent one if several were missed; undefined if none is due. */
export function dueReminder(
  { since, reminded }: AwaitedEffect,
  now: Instant,
): AwaitedReminderDays | undefined {
  const due = awaitedReminderDays.findLast((days) => now >= later(since, days * day));
  return due !== undefined && (reminded === undefined || reminded < due) ? due : undefined;
}
