/** An IANA time zone such as `Europe/Paris`, by the name that the runtime has for it. */
export type TimeZone = string & { readonly __timeZone: 'TimeZone' };

/** @returns undefined where `name` is no time zone that the runtime knows; an offset such as `+02:00` knows no summer time */
export function timeZoneNamed(name: string | null | undefined): TimeZone | undefined {
  if (name === null || name === undefined || !/^[a-z]/i.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone as TimeZone;
  } catch {
    return undefined;
  }
}
