/** How the desk proves to Microsoft Entra that it is the bot that was registered. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      /** SHA-256 of the certificate, 64 hexadecimal digits. */
      readonly thumbprint: string;
      /** PEM. */
      readonly privateKey: string;
    }
  /** The machine that the desk runs on vouches for it: nothing secret is configured. */
  | { readonly kind: 'managedIdentity' };
