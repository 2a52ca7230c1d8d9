/**
 * How many days before delegated administration ends people are reminded of it, the most pressing last. Microsoft reminds
 * partners on the same days (“Expiring GDAP relationships and auto extend”).
 */
export const reminderDays = [30, 7, 1] as const;

export type ReminderDays = (typeof reminderDays)[number];
