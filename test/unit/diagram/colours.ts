/** Colours as CSS writes them, as far as palettes use them: `#rrggbb`, `rgba()`, `var()` and `color-mix(in srgb, …)`. */
export interface Colour {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

export function readColour(text: string, variables: Readonly<Record<string, string>> = {}): Colour {
  const value = text.trim();
  if (value.startsWith('#')) {
    const part = (at: number): number => parseInt(value.slice(at, at + 2), 16);
    return { r: part(1), g: part(3), b: part(5), a: value.length > 7 ? part(7) / 255 : 1 };
  }
  const [name = '', inner = ''] = [
    value.slice(0, value.indexOf('(')),
    value.slice(value.indexOf('(') + 1, -1),
  ];
  const parts = splitArguments(inner);
  switch (name) {
    case 'rgb':
    case 'rgba': {
      const [r = 0, g = 0, b = 0, a = 1] = parts.map(Number);
      return { r, g, b, a };
    }
    case 'var': {
      const known = variables[parts[0] ?? ''] ?? parts.slice(1).join(',');
      return readColour(known, variables);
    }
    case 'color-mix':
      return mix(parts.slice(1), variables);
    default:
      if (value === 'transparent') {
        return { r: 0, g: 0, b: 0, a: 0 };
      }
      throw new Error(`no colour: ${text}`);
  }
}

function splitArguments(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    if (sign === ',' && depth === 0) {
      parts.push('');
    } else {
      parts[parts.length - 1] += sign;
    }
  }
  return parts.map((part) => part.trim());
}

function mix(
  [first = '', second = '']: readonly string[],
  variables: Readonly<Record<string, string>>,
): Colour {
  const [, colour = first, percent = '50'] = /^(.*?)\s+([\d.]+)%$/.exec(first) ?? [];
  const share = Number(percent) / 100;
  const one = readColour(colour, variables);
  const other = readColour(second, variables);
  const a = one.a * share + other.a * (1 - share);
  const channel = (x: number, y: number): number =>
    a === 0 ? 0 : (x * one.a * share + y * other.a * (1 - share)) / a;
  return { r: channel(one.r, other.r), g: channel(one.g, other.g), b: channel(one.b, other.b), a };
}

/** A colour seen through on a ground. */
export function over(top: Colour, ground: Colour, opacity = 1): Colour {
  const a = top.a * opacity;
  const channel = (x: number, y: number): number => x * a + y * (1 - a);
  return { r: channel(top.r, ground.r), g: channel(top.g, ground.g), b: channel(top.b, ground.b), a: 1 };
}

/** WCAG 2 contrast ratio of two solid colours. */
export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance({ r, g, b }: Colour): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
