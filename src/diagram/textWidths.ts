/**
 * Widths of the printable ASCII characters, space first, in hundredths of the font size.
 * Taken from wide faces, so that text fits whichever font the theme brings.
 */
const sans = [
  32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34,
  34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73,
  68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63,
  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
];

const bold = [
  35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70, 40,
  40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100, 84, 85, 73, 85, 77, 72, 68,
  81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72, 68, 44, 72, 71, 34, 34, 67, 34, 104, 71,
  69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71, 37, 71, 84,
];

const mono = sans.map(() => 61);

/** The faces that are measured. */
export const asciiWidths = { sans, bold, mono } as const;

export type Face = keyof typeof asciiWidths;

/** Signs that the drawings use themselves, in hundredths. */
const signs = new Map(
  Object.entries({ '·': 32, '→': 84, '←': 84, '↔': 84, '…': 100, '✕': 84, '–': 50, '’': 32 }).map(
    ([sign, width]) => [sign.charCodeAt(0), width],
  ),
);

/** Width of a sign of our own, which needs no look at its neighbours; undefined for every other character. */
export function signWidth(code: number, face: Face): number | undefined {
  const known = signs.get(code);
  return known !== undefined && face === 'mono' ? Math.max(known, 61) : known;
}

/** Width of one grapheme beyond ASCII: wide for East Asian scripts and emoji, nothing for marks and controls. */
export function otherWidth(grapheme: string, face: Face): number {
  const code = grapheme.codePointAt(0) ?? 0;
  const known = grapheme.length === 1 ? signWidth(code, face) : undefined;
  if (known !== undefined) {
    return known;
  }
  if (/^[\p{Mark}\p{Control}\p{Format}]+$/u.test(grapheme)) {
    return 0;
  }
  // From the Hangul Jamo on, scripts are drawn in a full square or close to it; emoji a little wider.
  if (code >= 0x1f000 || /\p{Extended_Pictographic}/u.test(grapheme)) {
    return 125;
  }
  return code >= 0x1100 ? 104 : 80;
}
