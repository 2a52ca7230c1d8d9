/** There is no token now. Why is in the log; a later call asks anew. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable';

  constructor(scope: string) {
    super(`no token for ${scope}`);
  }
}

/** The tokens with which the desk calls others, such as a channel's connector. */
export interface TokenSource {
  /**
   * A token that is good for a minute at least. Settles within seconds.
   * @param scope what it is for, such as `https://api.botframework.com/.default`
   * @throws TokenUnavailable
   */
  token(scope: string): Promise<string>;
}

/** Why a channel's token was not accepted. For the log: whoever sent it learns nothing of it. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'wrong algorithm'
  | 'unknown key'
  | 'wrong signature'
  | 'expired'
  | 'not yet valid'
  | 'wrong audience'
  | 'wrong issuer'
  | 'another service URL'
  | 'no endorsement for the channel';

export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  readonly reason: TokenRefusal;

  constructor(reason: TokenRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Nobody can say now whether a token is genuine. Why is in the log. */
export class ChannelKeysUnavailable extends Error {
  override readonly name = 'ChannelKeysUnavailable';
}

/** What a channel's token vouches for. It does not cover the activity that comes with it. */
export interface ChannelToken {
  readonly serviceUrl: string;
  /** The channels that the key it is signed with may speak for, such as `msteams`. */
  readonly endorsements: readonly string[];
  /** Absent from most tokens. */
  readonly tenant: string | undefined;
}

/** The tokens with which channels call the desk. */
export interface ChannelTokens {
  /**
   * @param authorization the header of a request, empty where there was none
   * @throws TokenRefused, ChannelKeysUnavailable
   */
  check(authorization: string): Promise<ChannelToken>;
}
