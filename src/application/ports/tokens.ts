/** No token is available now. The reason is in the log; a later call tries again. */
export class TokenUnavailable extends Error {
  override readonly name = 'TokenUnavailable';
  /** Why the issuer issued none when last asked, such as `AADSTS700016` or `ECONNREFUSED`. */
  readonly code: string;

  constructor(scope: string, code: string) {
    super(`no token for ${scope}`);
    this.code = code;
  }
}

/** Tokens for the desk's calls to others, such as a channel's connector. */
export interface TokenSource {
  /**
   * A token that is valid for at least a minute. Settles within seconds.
   * @param scope what it is for, such as `https://api.botframework.com/.default`
   * @throws TokenUnavailable
   */
  token(scope: string): Promise<string>;
}

/** Why a channel's token was rejected. For the log only: the sender is not told. */
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

/** Tokens cannot be verified now. The reason is in the log. */
export class ChannelKeysUnavailable extends Error {
  override readonly name = 'ChannelKeysUnavailable';
}

/** What a channel's token vouches for. It does not cover the activity that comes with it. */
export interface ChannelToken {
  readonly serviceUrl: string;
  /** The channels that the signing key may speak for, such as `msteams`. */
  readonly endorsements: readonly string[];
  /** Absent from most tokens. */
  readonly tenant: string | undefined;
}

/** Verifies the tokens with which channels call the desk. */
export interface ChannelTokens {
  /**
   * @param authorization the header of a request; empty if there was none
   * @throws TokenRefused, ChannelKeysUnavailable
   */
  check(authorization: string): Promise<ChannelToken>;
}
