import { commandTimer, systemClock } from '../adapters/system/system-clock.ts';
import { pinoLog } from '../adapters/log/pino-log.ts';
import { prometheusMeter } from '../adapters/metrics/prometheus-meter.ts';
import { ConfigError, loadConfig, type Config } from '../config/load-config.ts';
import { openProxies } from '../desk/open-proxies.ts';
import { readSettings } from './command/environment.ts';
import { runCommand } from './command/run-command.ts';
import { parseArguments, usage } from './setup/arguments.ts';
import { checkBot } from './setup/check-bot.ts';
import { checkDataFolder, checkDirectory, checkMail } from './setup/check-parts.ts';
import { checkTenants } from './setup/check-tenants.ts';
import { line } from './setup/line.ts';

/** `npm run setup`: exit code 0 if the desk can work as it is set up, 1 if not, 2 for a usage error. */
async function setUp(): Promise<number> {
  const { stdout: output } = process;
  const config = readConfig();
  if (config === undefined) return 1;
  const log = pinoLog('silent');
  const ports = { clock: systemClock, timer: commandTimer, meter: prometheusMeter(), log };
  const proxies = await openProxies(config, log);
  try {
    const authority = config.microsoft365 === undefined ? 'records' : 'microsoft365';
    output.write(line('ok', 'Settings', `${config.mode}, decisions take effect in: ${authority}`));
    const hasFolder = await checkDataFolder(config, output);
    await checkDirectory(config, output);
    await checkMail(config, output);
    await checkBot(config, ports, output);
    const areLinked = await checkTenants(config, ports, output);
    return hasFolder && areLinked ? 0 : 1;
  } finally {
    await proxies.close();
    await log.close();
  }
}

function readConfig(): Config | undefined {
  try {
    return loadConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const problem of error.problems) process.stdout.write(line('problem', 'Settings', problem));
    return undefined;
  }
}

readSettings();
process.exitCode = await runCommand(usage, parseArguments(process.argv.slice(2)), setUp);
