/** Code-point order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers in names by their value, `web-2` before `web-10`, and all else by code point: the same on every machine. */
export function compareNames(a: string, b: string): number {
  const start = startOfDigits(a, firstDifference(a, b));
  const [ours, theirs] = [digitsAt(a, start), digitsAt(b, start)];
  const byValue = ours === '' || theirs === '' ? 0 : ours.length - theirs.length || compareText(ours, theirs);
  return byValue || compareText(a, b);
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a.charCodeAt(at) === b.charCodeAt(at)) {
    at++;
  }
  return at;
}

/** Where the number begins whose digits end, or go on, at a place. */
function startOfDigits(text: string, at: number): number {
  let start = at;
  while (start > 0 && isDigit(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

/** Without the zeros before it, so that a longer one is greater; a zero alone stays. */
function digitsAt(text: string, start: number): string {
  let end = start;
  while (isDigit(text.charCodeAt(end))) {
    end++;
  }
  let from = start;
  while (from < end - 1 && text[from] === '0') {
    from++;
  }
  return text.slice(from, end);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
