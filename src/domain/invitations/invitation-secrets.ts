/**
 * The secrets that sign submitted invitations, in a setting: one, or several separated by commas, each without one. All
 * are accepted, so that they can be rotated without a gap; the first signs.
 */
export function invitationSecretsIn(setting: string): readonly string[] {
  const parts = setting.split(',');
  return parts.length === 1 ? parts : parts.map((part) => part.trim());
}
