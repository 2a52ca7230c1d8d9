/** ISO 8601 durations without fractions or signs: years, months, weeks, days, hours, minutes, seconds. */
const iso8601 =
  /^P(?!$)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?!$)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;
/** Days in each unit. Microsoft counts two years as 730 days. */
const days = [365, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];

/**
 * The length in days of a duration such as `P730D`, `P2Y` or `PT0S`, rounded up.
 * @returns undefined if `text` is not an ISO 8601 duration of whole numbers
 */
export function daysOf(text: string): number | undefined {
  const amounts = iso8601.exec(text)?.slice(1);
  if (amounts === undefined) return undefined;
  const total = amounts.reduce(
    (sum, amount: string | undefined, unit) => sum + Number(amount ?? 0) * (days[unit] ?? 0),
    0,
  );
  return Math.ceil(Number(total.toFixed(6)));
}

const maxDaysOfAdministration = 730;

/**
 * The requested duration of delegated administration in days. Microsoft Graph allows P1D to P2Y
 * (delegatedAdminRelationship, property `duration`).
 * @returns undefined if `text` is not a duration within these bounds
 */
export function administrationDays(text: string): number | undefined {
  const total = daysOf(text);
  return total !== undefined && total >= 1 && total <= maxDaysOfAdministration ? total : undefined;
}

const daysOfExtension = 180;

/**
 * The days by which delegated administration auto-extends: 180, or 0 if it does not. Microsoft Graph allows `P180D`,
 * `P0D` and `PT0S` (delegatedAdminRelationship, property `autoExtendDuration`).
 * @returns undefined for any other length
 */
export function extensionDays(text: string): number | undefined {
  const total = daysOf(text);
  return total === 0 || total === daysOfExtension ? total : undefined;
}
