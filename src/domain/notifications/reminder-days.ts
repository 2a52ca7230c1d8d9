/**
 * Days before the end of delegated administration on which reminders are sent, the most urgent last. Microsoft reminds
 * partners on the same days (“Expiring GDAP relationships and auto extend”).
 */
export const reminderDays = [30, 7, 1] as const;

export type ReminderDays = (typeof reminderDays)[number];

/** Days after a decision on which people are reminded that it is still to be done in Microsoft 365. */
export const awaitedReminderDays = [1, 3, 7] as const;

export type AwaitedReminderDays = (typeof awaitedReminderDays)[number];
