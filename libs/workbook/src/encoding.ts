import { fault, type Remark } from './texts.ts';

/** How the bytes of a file are text, as it was found. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030';
export type DeclaredEncoding = 'auto' | 'utf-8' | 'gb18030';

export interface DecodedText {
  readonly encoding: Encoding;
  /** Without its byte order mark. */
  readonly text: string;
}

const startsWith = (bytes: Uint8Array, ...head: readonly number[]): boolean =>
  head.every((byte, i) => bytes[i] === byte);

/**
 * The text of a file. UTF-8 is tried first, because GB18030 decodes nearly anything; both strictly, so that no character
 * is guessed. A fault for Excel's own formats, UTF-16, what is neither, and what is not the encoding declared.
 */
export function decodeText(bytes: Uint8Array, declared: DeclaredEncoding = 'auto'): DecodedText | Remark {
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return fault('FileIsNoText', { kind: 'xlsx' });
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fault('FileIsNoText', { kind: 'xls' });
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) {
    return fault('EncodingUnsupported', { encoding: 'UTF-16' });
  }
  if (bytes.includes(0)) return fault('FileIsNoText', { kind: 'NUL' });
  const marked = startsWith(bytes, 0xef, 0xbb, 0xbf);
  const utf8 = declared === 'gb18030' && !marked ? undefined : strictly('utf-8', bytes);
  if (utf8 !== undefined && declared !== 'gb18030') return { encoding: marked ? 'utf-8-bom' : 'utf-8', text: utf8 };
  if (declared === 'utf-8' || marked) return fault('EncodingDiffers', { declared: marked ? 'UTF-8 BOM' : declared });
  const gb = strictly('gb18030', bytes);
  if (gb !== undefined) return { encoding: 'gb18030', text: gb };
  return declared === 'auto' ? fault('EncodingUnknown') : fault('EncodingDiffers', { declared });
}

function strictly(encoding: 'utf-8' | 'gb18030', bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
