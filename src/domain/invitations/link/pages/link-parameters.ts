import { guid } from '../../../guid.ts';
import { suspicion, type Suspicion } from '../suspicion.ts';

/** The parameters of invitation links. Microsoft's sites ignore their case; any other parameter is dropped. */
const known = ['invtype', 'type', 'partnerid', 'id', 'msppid', 'indirectcspid', 'dap', 'csp'] as const;
type ParameterName = (typeof known)[number];

export type LinkParameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Trimmed, non-empty values by lower-case name; a suspicion if two contradict, since the site might use either. */
export function readParameters(query: URLSearchParams): LinkParameters | Suspicion {
  const parameters: Partial<Record<ParameterName, string>> = {};
  for (const [written, untrimmed] of query) {
    const name = known.find((one) => one === written.trim().toLowerCase());
    const value = untrimmed.trim();
    if (name === undefined || value === '') continue;
    const earlier = parameters[name] ?? value;
    if (earlier.toLowerCase() !== value.toLowerCase()) return suspicion('contradiction', written);
    parameters[name] = earlier;
  }
  return parameters;
}

/** The GUID in lower case; undefined if `value` is not a GUID, or is all zeros. */
export function readGuid(value: string): string | undefined {
  return guid.test(value) && /[^0-]/.test(value) ? value.toLowerCase() : undefined;
}

/** The partner number; undefined if there is none, which links write as 0. */
export function readPartnerNumber({ msppid = '' }: LinkParameters): string | undefined {
  return /^\d{1,12}$/.test(msppid) && !/^0+$/.test(msppid) ? msppid : undefined;
}
