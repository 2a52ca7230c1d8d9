/**
 * Whether activities of this channel are accepted. Teams alone states who acts: users of Web Chat or Direct Line choose
 * their own id and tenant, under tokens that are as genuine. Compared exactly, as the channel's endorsements are.
 * @param teamsOnly in production
 */
export function isAcceptedChannel(
  channelId: unknown,
  { teamsOnly }: { readonly teamsOnly: boolean },
): boolean {
  return !teamsOnly || channelId === 'msteams';
}
