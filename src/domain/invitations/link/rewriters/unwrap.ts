import { decodeHTMLStrict } from 'entities';
import { readAddress, type Address } from '../address.ts';
import { rewriterOf } from './rewriters.ts';

/** Each organisation that a mail passes through may wrap its links, and so may the client that shows it. */
const maxWrappers = 5;

/** What is inside a link that went through services which rewrite links. */
export interface Unwrapped {
  /** The innermost address that could be read. */
  readonly address: Address;
  /** The services, outermost first. */
  readonly wrappedBy: readonly string[];
  /** The service behind which the address is hidden: only it knows what the link opens. */
  readonly hiddenBy?: string;
}

/**
 * Takes away what services known by exact host and page put around an address. One that is nested too deeply, or that does
 * not read as its service writes it, stays: it is judged as any other address of that host.
 */
export function unwrap(address: Address): Unwrapped {
  let inner = address;
  const wrappedBy: string[] = [];
  for (;;) {
    const rewriter = rewriterOf(inner);
    if (rewriter === undefined || inner.url === undefined) return { address: inner, wrappedBy };
    const target = rewriter.reads({ url: inner.url, written: inner.text });
    if (target === 'hidden') return { address: inner, wrappedBy, hiddenBy: rewriter.name };
    if (target === 'unclear' || wrappedBy.length === maxWrappers) return { address: inner, wrappedBy };
    wrappedBy.push(rewriter.name);
    inner = readAddress(decodeHTMLStrict(target.opens).trim());
  }
}
