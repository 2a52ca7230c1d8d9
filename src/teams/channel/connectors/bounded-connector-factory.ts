import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { MetricEvent, Meter } from '../../../application/ports/meter.ts';

/** Timeout for a call to a channel, including the SDK's retries and fetching a token; milliseconds. */
const tenSeconds = 10_000;

interface Sent {
  abortSignal?: AbortSignal;
}
type SendRequest<Response> = (request: Sent) => Promise<Response>;

interface Pipeline {
  addPolicy(
    policy: {
      readonly name: string;
      sendRequest<Response>(request: Sent, next: SendRequest<Response>): Promise<Response>;
    },
    options: { readonly beforePolicies: readonly string[] },
  ): void;
}

const connectorSchema = z.object({
  client: z.object({
    pipeline: z.custom<Pipeline>(
      (value) => typeof value === 'object' && value !== null && 'addPolicy' in value,
    ),
  }),
});

/** The SDK's pipeline policy that fetches a token. */
const signing = 'ServiceClientContext_Credentials_SignRequest';

const failureSchema = z.object({ statusCode: z.int() });

interface Bounds {
  readonly meter: Meter;
  /** Timeout for a call; milliseconds, 10,000 by default. */
  readonly timeout?: number;
}

/**
 * Creates clients whose calls time out and are metered. The SDK itself waits forever for a channel that does not
 * answer; its `timeout` ends with the response headers and does not cover fetching a token.
 */
export class BoundedConnectorFactory extends ConnectorFactory {
  readonly #factory: ConnectorFactory;
  readonly #bounds: Bounds;

  constructor(factory: ConnectorFactory, bounds: Bounds) {
    super();
    this.#factory = factory;
    this.#bounds = bounds;
  }

  override async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const connector = await this.#factory.create(serviceUrl, audience);
    const { pipeline } = connectorSchema.parse(connector).client;
    const policy = {
      name: 'deadline',
      sendRequest: <Response>(request: Sent, next: SendRequest<Response>) =>
        sendInTime(request, next, this.#bounds),
    };
    // Outside every phase, so that it covers the retries too.
    pipeline.addPolicy(policy, { beforePolicies: [signing] });
    return connector;
  }
}

async function sendInTime<Response>(
  request: Sent,
  next: SendRequest<Response>,
  { meter, timeout = tenSeconds }: Bounds,
): Promise<Response> {
  const began = performance.now();
  const abort = new AbortController();
  const cancel = (): void => {
    abort.abort();
  };
  const callerSignal = request.abortSignal;
  callerSignal?.addEventListener('abort', cancel);
  if (callerSignal?.aborted === true) cancel();
  const deadline = setTimeout(cancel, timeout);
  request.abortSignal = abort.signal;
  const record = (outcome: Extract<MetricEvent, { readonly kind: 'call' }>['outcome']): void => {
    meter.record({ kind: 'call', target: 'connector', outcome, seconds: (performance.now() - began) / 1000 });
  };
  try {
    const response = await Promise.race([next(request), rejectedBy(abort.signal)]);
    record('done');
    return response;
  } catch (error) {
    if (abort.signal.aborted) record('timeout');
    else record(isRefusal(error) ? 'refused' : 'failed');
    throw error;
  } finally {
    clearTimeout(deadline);
    callerSignal?.removeEventListener('abort', cancel);
  }
}

/** The SDK observes the signal while it sends, but not while it fetches a token. */
function rejectedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = (): void => {
      reject(new Error('the channel took too long to answer'));
    };
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

function isRefusal(error: unknown): boolean {
  const failure = failureSchema.safeParse(error);
  return failure.success && failure.data.statusCode < 500;
}
