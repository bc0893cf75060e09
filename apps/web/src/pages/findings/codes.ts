import type { Schemas } from '../../api/client.ts';
import { findings } from '../../i18n/zh/findings.ts';

type FindingCode = Schemas['CodeCountShape']['code'];

/** Every kind of finding, in the order of their texts. */
export const FINDING_CODES = Object.keys(findings.codes) as readonly FindingCode[];

/** The filter of an address as the API takes it: codes it does not know are left out, and each is asked for once. */
export function codesIn(text: string | undefined): readonly FindingCode[] {
  const asked = new Set(text?.split(','));
  return FINDING_CODES.filter((code) => asked.has(code));
}
