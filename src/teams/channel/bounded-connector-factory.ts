import { ConnectorFactory, type ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import type { MetricEvent, Meter } from '../../application/ports/meter.ts';

/** How long a channel may take to take a message, with the SDK's retries and what it takes to get a token; milliseconds. */
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

/** The SDK's name for what fetches a token. */
const signing = 'ServiceClientContext_Credentials_SignRequest';

const failureSchema = z.object({ statusCode: z.int() });

interface Bounds {
  readonly meter: Meter;
  /** How long a call may take; 10 seconds unless told; milliseconds. */
  readonly timeout?: number;
}

/**
 * Makes clients whose calls come to an end, and are counted. By itself the SDK waits for ever for a channel that does not
 * answer; its `timeout` ends with the headers of an answer, and covers no token that is being fetched.
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
    // Outside of every phase, and so around the retries too.
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
  const called = request.abortSignal;
  called?.addEventListener('abort', cancel);
  if (called?.aborted === true) cancel();
  const deadline = setTimeout(cancel, timeout);
  request.abortSignal = abort.signal;
  const note = (outcome: Extract<MetricEvent, { readonly kind: 'call' }>['outcome']): void => {
    meter.record({ kind: 'call', target: 'connector', outcome, seconds: (performance.now() - began) / 1000 });
  };
  try {
    const response = await Promise.race([next(request), rejectedBy(abort.signal)]);
    note('done');
    return response;
  } catch (error) {
    if (abort.signal.aborted) note('timeout');
    else note(isRefusal(error) ? 'refused' : 'failed');
    throw error;
  } finally {
    clearTimeout(deadline);
    called?.removeEventListener('abort', cancel);
  }
}

/** The SDK heeds the signal while it sends, but not while it fetches a token. */
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
