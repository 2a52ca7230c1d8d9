/** Bot Framework registration settings: with them the desk refuses the Playground, which signs nothing. */
const registration = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'];

/**
 * The environment for the sandbox: sandbox mode, no bot registration, and by default only warnings in the log, so that
 * the instructions stay on the screen.
 */
export function sandboxEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !registration.includes(name));
  return { LOG_LEVEL: 'warn', ...Object.fromEntries(kept), DESK_MODE: 'sandbox' };
}
