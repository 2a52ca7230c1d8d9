/** An IANA time zone such as `Europe/Paris`, by the runtime's canonical name. */
export type TimeZone = string & { readonly __timeZone: 'TimeZone' };

/**
 * @returns undefined if the runtime does not know `name`, or it is an offset such as `+02:00`, which has no summer time
 */
export function timeZoneNamed(name: string | null | undefined): TimeZone | undefined {
  if (name === null || name === undefined || !/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone as TimeZone;
  } catch {
    return undefined;
  }
}
