/** The Bot Framework's settings of a registration: with one, the desk refuses the Playground, which signs nothing. */
const registration = ['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'];

/**
 * The person's environment as the sandbox wants it: its mode, without a bot registration, and with a log that leaves
 * the screen to what a newcomer has to read.
 */
export function sandboxEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !registration.includes(name));
  return { LOG_LEVEL: 'warn', ...Object.fromEntries(kept), DESK_MODE: 'sandbox' };
}
