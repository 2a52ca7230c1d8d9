import type { Clock, Timer } from '../../application/ports/clock.ts';
import type { Log } from '../../application/ports/log.ts';
import type { Meter } from '../../application/ports/meter.ts';
import type { ChannelTokens, TokenSource } from '../../application/ports/tokens.ts';
import { channelTokens } from './channel-tokens.ts';
import type { Credential } from './credential.ts';
import { entraTokens } from './entra-tokens.ts';
import type { IssueToken } from './issued-token.ts';
import { managedIdentityTokens } from './managed-identity-tokens.ts';
import { meteredCall } from './metered-call.ts';
import { fetchSigningKeys, signingKeys } from './signing-keys.ts';
import { cachedTokens } from './token-cache.ts';

interface IdentityOptions {
  readonly appId: string;
  readonly credential: Credential;
  /** Issues the desk's own tokens, such as `https://login.microsoftonline.com/<tenant>`. */
  readonly authority: string;
  /** The issuer of the channels' tokens, and where their signing keys are published. */
  readonly channel: { readonly tokenIssuer: string; readonly openIdMetadataUrl: string };
  readonly clock: Clock;
  readonly timer: Timer;
  readonly meter: Meter;
  readonly log: Log;
}

/** Both directions of authentication: the tokens that the desk sends and receives. Makes no request until needed. */
export function openIdentity(options: IdentityOptions): {
  readonly tokens: TokenSource;
  readonly channelTokens: ChannelTokens;
  /** Fetches the channels' signing keys unless that was done lately. @returns whether that worked */
  readonly refreshKeys: () => Promise<boolean>;
} {
  const { appId, credential, authority, channel, clock, timer, meter, log } = options;
  const issue =
    credential.kind === 'managedIdentity'
      ? managedIdentityTokens(appId)
      : entraTokens({ appId, authority, credential });
  const meteredIssue: IssueToken = (scope, signal) =>
    meteredCall(
      meter,
      'token',
      () => issue(scope, signal),
      () => signal.aborted,
    );
  const fetchKeys = () =>
    meteredCall(
      meter,
      'keys',
      () => fetchSigningKeys(channel.openIdMetadataUrl),
      (error) => error instanceof Error && error.name === 'TimeoutError',
    );
  const keys = signingKeys({ fetchKeys, clock, log });
  return {
    tokens: cachedTokens({ issue: meteredIssue, clock, timer, log }),
    channelTokens: channelTokens({ appId, issuer: channel.tokenIssuer, keys, clock }),
    refreshKeys: () => keys.refresh(),
  };
}
