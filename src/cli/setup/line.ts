/** How a part of the installation stands. `missing`: it is not there, and need not be. */
export type Standing = 'ok' | 'problem' | 'missing';

const longestName = 'CrossTenantInformation.ReadBasic.All'.length;

/** One line of the report: how a part stands, its name, and a remark. */
export function line(standing: Standing, name: string, remark: string): string {
  return `${standing.padEnd('problem'.length)}  ${name.padEnd(longestName)}  ${remark}\n`;
}
