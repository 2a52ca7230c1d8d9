/** The values of the placeholders in the manifest. */
export interface AppIdentity {
  /** The bot registration's application id, a GUID. It names the Teams app as well. */
  readonly appId: string;
  /** This project's version; Teams requires a higher one with each upload. */
  readonly version: string;
}

/** Fills in the manifest's `${{…}}` placeholders. Unknown ones stay, for the schema to refuse. */
export function fillIn(manifest: string, { appId, version }: AppIdentity): string {
  return manifest.replaceAll('${{APP_ID}}', appId).replaceAll('${{APP_VERSION}}', version);
}
