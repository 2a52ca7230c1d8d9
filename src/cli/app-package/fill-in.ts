/** What the manifest in the checkout leaves open. */
export interface AppIdentity {
  /** The bot registration's application id, a GUID. It names the Teams app as well. */
  readonly appId: string;
  /** Of this project; Teams asks for a higher one with each upload. */
  readonly version: string;
}

/** The manifest's text with its `${{…}}` placeholders filled in; one that is not known stays, for the schema to refuse. */
export function fillIn(manifest: string, { appId, version }: AppIdentity): string {
  return manifest.replaceAll('${{APP_ID}}', appId).replaceAll('${{APP_VERSION}}', version);
}
