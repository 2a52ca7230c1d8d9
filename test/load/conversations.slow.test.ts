import assert from 'node:assert/strict';
import { startLoad } from '../bench/load/load-process.ts';
import { startConnector } from '../bench/programs.ts';
import { readMetrics } from '../bench/read-metrics.ts';
import { startServer } from '../bench/server-process.ts';
import { deskProgram } from '../support/desk/desk-program.ts';
import { temporaryFolder } from '../support/files/temporary-folder.ts';
import { until } from '../support/processes/until.ts';

const conversations = 500;
/** Ten per conversation in CI. */
const turns = (process.env['CI'] === 'true' ? 10 : 2) * conversations;
/** Collects garbage every second, so that the heap size is what the desk holds. */
const collecting = ['--expose-gc', '--import', 'data:text/javascript,setInterval(gc, 1000).unref()'];

describe(`${conversations} conversations at once`, function () {
  const folder = temporaryFolder();

  it('are all answered, and leave the memory as it was', async () => {
    const environment = { DESK_MODE: 'sandbox', DATA_DIR: folder(), LOG_LEVEL: 'warn' };
    const [connector, desk] = await Promise.all([
      startConnector(),
      startServer([...collecting, deskProgram()], environment),
    ]);
    const load = startLoad();
    try {
      await Promise.all([connector.succeeds('/posted'), desk.succeeds('/ready')]);
      let warm = Infinity;
      for (let period = 0; period < 3; period += 1) {
        const { turns: answered, failures } = await load.put({
          url: desk.url,
          serviceUrl: connector.url,
          activities: period === 1 ? 'pressed' : 'said',
          connections: conversations,
          duration: { turns },
        });
        assert.equal(failures, 0);
        assert.equal(answered, turns);
        if (period === 0) warm = (await readMetrics(desk.metricsUrl)).heap;
      }
      await until(async () => (await readMetrics(desk.metricsUrl)).heap < 2 * warm);
    } finally {
      load.stop();
      await Promise.all([connector.stop(), desk.stop()]);
    }
  });
});
