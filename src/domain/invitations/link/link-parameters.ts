import { guid } from '../../guid.ts';
import { suspicion, type Suspicion } from './suspicion.ts';

/** The parameters of invitation links. Their case does not matter to Microsoft's sites; any other parameter is dropped. */
const known = ['invtype', 'type', 'partnerid', 'id', 'msppid', 'indirectcspid', 'dap', 'csp'] as const;
type ParameterName = (typeof known)[number];

export type LinkParameters = Readonly<Partial<Record<ParameterName, string>>>;

/** Trimmed values by lower-case name, empty ones left out; or the contradiction, for who knows which one the site would take. */
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

/** The GUID in lower case; undefined where `value` is none, or the one of zeros, which belongs to nobody. */
export function readGuid(value: string): string | undefined {
  return guid.test(value) && /[^0-]/.test(value) ? value.toLowerCase() : undefined;
}

/** The number of a partner; undefined where there is none, which the links write as 0. */
export function readPartnerNumber({ msppid = '' }: LinkParameters): string | undefined {
  return /^\d{1,12}$/.test(msppid) && !/^0+$/.test(msppid) ? msppid : undefined;
}
