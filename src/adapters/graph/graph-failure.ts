import type { ReadFailure } from '../../domain/tenant/tenant-reads.ts';

/** A read that did not succeed. Names nobody: its code is Graph's own, or the desk's. */
export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';
  readonly why: ReadFailure;
  readonly code: string;
  /** Of the answer; undefined if there was none. */
  readonly status: number | undefined;

  constructor(why: ReadFailure, code: string, status?: number) {
    super(`${why}: ${code}`);
    this.why = why;
    this.code = code;
    this.status = status;
  }
}

/** Why a read failed, whatever was thrown. */
export function whyNot(error: unknown): ReadFailure {
  return error instanceof GraphFailure ? error.why : 'unavailable';
}

// Microsoft's codes, which differ in case from service to service.
const licenceCodes = new Set([
  'authentication_requestfromnonpremiumtenantorb2ctenant',
  'aadpremiumlicenserequired',
]);
const permissionCodes = new Set([
  'authorization_requestdenied',
  'authentication_msgraphpermissionmissing',
  'unauthorizedaccessexception',
  'permissionscopenotgranted',
  'accessdenied',
  'erroraccessdenied',
  'forbidden',
]);
/** The path or a property does not exist, as in some national clouds. */
const requestCodes = new Set(['badrequest', 'request_badrequest', 'request_unsupportedquery']);

/**
 * What an answer that is no success means. Codes decide, never messages.
 * @param body parsed; undefined if it is no JSON
 */
export function failureOf(status: number, body: unknown): GraphFailure {
  const codes = codesIn(body);
  const has = (known: ReadonlySet<string>): boolean => codes.some((code) => known.has(code.toLowerCase()));
  const code = codes[0] ?? `status_${status}`;
  if (has(licenceCodes)) return new GraphFailure('unlicensed', code, status);
  if (status === 403 || (status === 401 && has(permissionCodes)))
    return new GraphFailure('refused', code, status);
  const isUnsupported = status === 404 || status === 501 || (status === 400 && has(requestCodes));
  return new GraphFailure(isUnsupported ? 'unsupported' : 'unavailable', code, status);
}

/** How deep inner errors are looked into: theirs is the most precise code, but a body may nest without end. */
const maxDepth = 5;

/** Error codes, the outermost first. Anything that does not look like one is left out, since codes are logged. */
function codesIn(body: unknown): readonly string[] {
  const codes: string[] = [];
  let level = field(body, 'error') ?? body;
  for (let depth = 0; depth < maxDepth && level !== undefined; depth += 1) {
    for (const name of ['code', 'errorCode']) {
      const code = field(level, name);
      if (typeof code === 'string' && /^[\w.-]{1,80}$/.test(code)) codes.push(code);
    }
    level = field(level, 'innerError') ?? field(level, 'innererror');
  }
  return codes;
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}
