/** ISO 8601 without fractions and signs: years, months, weeks and days, then hours, minutes and seconds. */
const iso8601 =
  /^P(?!$)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?!$)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;
/** Days in each of them. Microsoft counts two years as 730 days. */
const days = [365, 30, 7, 1, 1 / 24, 1 / 1440, 1 / 86_400];

/**
 * The days that a duration such as `P730D`, `P2Y` or `PT0S` lasts, a part of a day counting as a whole one.
 * @returns undefined where `text` is no ISO 8601 duration of whole numbers
 * @internal
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
 * The days for which delegated administration is asked for. Microsoft Graph takes P1D to P2Y (delegatedAdminRelationship,
 * property `duration`).
 * @returns undefined where `text` is no duration within these bounds
 */
export function administrationDays(text: string): number | undefined {
  const total = daysOf(text);
  return total !== undefined && total >= 1 && total <= maxDaysOfAdministration ? total : undefined;
}

const daysOfExtension = 180;

/**
 * By how many days delegated administration extends itself when it ends: 180, or 0 where it just ends. Microsoft Graph takes
 * `P180D`, `P0D` and `PT0S` (delegatedAdminRelationship, property `autoExtendDuration`).
 * @returns undefined where `text` is none of these
 */
export function extensionDays(text: string): number | undefined {
  const total = daysOf(text);
  return total === 0 || total === daysOfExtension ? total : undefined;
}
