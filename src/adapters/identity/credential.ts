/** How the desk authenticates to Microsoft Entra as the registered bot. */
export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  | {
      readonly kind: 'certificate';
      /** SHA-256 of the certificate, 64 hexadecimal digits. */
      readonly thumbprint: string;
      /** PEM. */
      readonly privateKey: string;
    }
  /** Issued by the host that the desk runs on; no secret is configured. */
  | { readonly kind: 'managedIdentity' };
