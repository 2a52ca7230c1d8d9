import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../application/ports/clock.ts';
import {
  ChannelKeysUnavailable,
  TokenRefused,
  type ChannelTokens,
  type TokenRefusal,
} from '../../application/ports/tokens.ts';
import { millisecondsOf } from '../../domain/instant.ts';
import type { SigningKeys } from './signing-keys.ts';

interface ChannelTokensOptions {
  /** The expected audience (`aud`). */
  readonly appId: string;
  readonly issuer: string;
  readonly keys: SigningKeys;
  readonly clock: Clock;
}

const claimsSchema = z.object({ serviceurl: z.string(), tid: z.string().optional() });

/** Clock skew tolerated, in seconds; the Bot Framework allows five minutes. */
const clockTolerance = 300;

/**
 * Validates tokens as the Bot Framework prescribes. Its own SDK is less strict: a key without endorsements is valid for
 * every channel, new keys are not fetched for an hour, fetching keys has no timeout, and tokens that the desk itself
 * sends are accepted as the Emulator's. Source: Bot Connector authentication, “Verify the JWT token”.
 */
export function channelTokens({ appId, issuer, keys, clock }: ChannelTokensOptions): ChannelTokens {
  return {
    async check(authorization) {
      const token = bearerToken(authorization);
      let endorsements: readonly string[] = [];
      try {
        const { payload } = await jwtVerify(
          token,
          async (header, input) => {
            const key = await keys.find(header.kid);
            ({ endorsements } = key);
            return key.check(header, input);
          },
          {
            algorithms: ['RS256', 'RS384', 'RS512'],
            audience: appId,
            issuer,
            requiredClaims: ['exp', 'serviceurl'],
            clockTolerance,
            currentDate: new Date(millisecondsOf(clock.now())),
          },
        );
        const { serviceurl: serviceUrl, tid: tenant } = claimsSchema.parse(payload);
        return { serviceUrl, endorsements, tenant };
      } catch (error) {
        if (error instanceof TokenRefused || error instanceof ChannelKeysUnavailable) throw error;
        throw new TokenRefused(refusalOf(error));
      }
    },
  };
}

function bearerToken(authorization: string): string {
  if (authorization.trim() === '') throw new TokenRefused('missing');
  const [, token] = /^bearer (\S+)$/i.exec(authorization) ?? [];
  if (token === undefined) throw new TokenRefused('malformed');
  return token;
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'wrong signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'wrong algorithm';
  if (!(error instanceof errors.JWTClaimValidationFailed) || error.reason === 'invalid') return 'malformed';
  const { claim } = error;
  if (claim === 'nbf') return 'not yet valid';
  if (claim === 'aud') return 'wrong audience';
  return claim === 'iss' ? 'wrong issuer' : 'malformed';
}
