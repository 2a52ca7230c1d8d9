import { GraphFailure } from './graph-failure.ts';
import type { Service } from '../seen-call.ts';

/** Requests for reports that an app may make of one tenant in `window` milliseconds. Source: throttling limits. */
const maxReports = 5;
const window = 10_000;

/** Which services of which tenants have asked to wait, and until when. */
export class ThrottledServices {
  readonly #now: () => Date;
  readonly #until = new Map<string, number>();
  readonly #reports = new Map<string, readonly number[]>();
  #asked: readonly { readonly key: string; readonly until: number }[] = [];

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The 429 with which a service refuses, and asks to wait; seconds. */
  refuse(tenant: string, service: Service, retryAfter: number): GraphFailure {
    this.ask(tenant, service, retryAfter);
    return new GraphFailure(
      429,
      service === 'reports' ? 'UnknownError' : 'TooManyRequests',
      'This request is throttled. Please try again after the value specified in the Retry-After header.',
      { 'retry-after': String(retryAfter) },
    );
  }

  /** Asks to wait; seconds. It counts once the answer is on its way: see `holdBack`. */
  ask(tenant: string, service: Service, retryAfter: number): void {
    const until = this.#now().getTime() + retryAfter * 1000;
    this.#asked = [...this.#asked, { key: `${service} ${tenant}`, until }];
  }

  holdBack(): void {
    for (const { key, until } of this.#asked) {
      this.#until.set(key, Math.max(until, this.#until.get(key) ?? 0));
    }
    this.#asked = [];
  }

  isHeldBack(tenant: string, service: Service): boolean {
    return this.#now().getTime() < (this.#until.get(`${service} ${tenant}`) ?? 0);
  }

  /** @throws GraphFailure if there were too many lately */
  countReport(tenant: string): void {
    const now = this.#now().getTime();
    const recent = (this.#reports.get(tenant) ?? []).filter((at) => now - at < window);
    const [first = now] = recent;
    if (recent.length >= maxReports) {
      throw this.refuse(tenant, 'reports', Math.max(1, Math.ceil((first + window - now) / 1000)));
    }
    this.#reports.set(tenant, [...recent, now]);
  }
}
