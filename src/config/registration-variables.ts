import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

const address = (example: string) =>
  z.url({ protocol: /^https$/, error: `must be an https address such as ${example}` }).optional();

const authority = z
  .string()
  .regex(
    /^https:\/\/[^/\s?#]+\/[^/\s?#]+\/?$/,
    'must be an https address with a tenant, such as https://login.microsoftonline.com/contoso.onmicrosoft.com',
  )
  .optional();

const sha256Thumbprint = z
  .string()
  .transform((text) => text.replaceAll(':', '').toLowerCase())
  .refine(
    (digits) => /^[0-9a-f]{64}$/.test(digits),
    'must be the SHA-256 of the certificate, 64 hexadecimal digits, as `openssl x509 -noout -fingerprint -sha256` prints it',
  );

/** `\n` stands for a line end, for variables that cannot hold several lines. */
const privateKey = z
  .string()
  .transform((text) => text.replaceAll('\\n', '\n'))
  .refine(
    isPrivateKey,
    'must be the private key of the certificate in PEM, -----BEGIN PRIVATE KEY----- and so on',
  );

function isPrivateKey(pem: string): boolean {
  try {
    createPrivateKey(pem);
    return true;
  } catch {
    return false;
  }
}

/** The variables of the bot's identity and cloud. Most names are the Bot Framework's own. */
export const registrationVariables = {
  MicrosoftAppPassword: z.string().optional(),
  CertificateThumbprint: sha256Thumbprint.optional(),
  CertificatePrivateKey: privateKey.optional(),
  MicrosoftAppType: z
    .enum(
      ['SingleTenant', 'MultiTenant', 'UserAssignedMSI'],
      'must be SingleTenant, MultiTenant or UserAssignedMSI',
    )
    .default('SingleTenant'),
  ENTRA_AUTHORITY: authority,
  ChannelService: z
    .literal('https://botframework.azure.us', 'must be https://botframework.azure.us, or not set')
    .optional(),
  ToBotFromChannelOpenIdMetadataUrl: address(
    'https://login.botframework.com/v1/.well-known/openidconfiguration',
  ),
  ToBotFromChannelTokenIssuer: z.string().optional(),
  ToChannelFromBotLoginUrl: authority,
  ToChannelFromBotOAuthScope: z.string().optional(),
  OAuthUrl: address('https://api.botframework.com'),
};
