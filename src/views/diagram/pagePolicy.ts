/**
 * What the page may do: run its one script, take styles and fonts from where they lie (`source`), and draw a picture that it
 * has made itself (`blob:`). It loads nothing else, and sends nothing anywhere.
 */
export function pagePolicy(nonce: string, source: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source} 'nonce-${nonce}'`,
    `font-src ${source}`,
    `img-src ${source} blob:`,
    // These two do not fall back to the first.
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
