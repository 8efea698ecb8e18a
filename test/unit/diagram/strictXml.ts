import assert from 'node:assert/strict';

/** A piece of an XML document, as a strict reader finds it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly depth: number;
}

const token = /<(\/?)([a-zA-Z][\w-]*)((?: [a-zA-Z][\w:-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;

/** Reads a document strictly: every tag is closed by its own, every `&` is a reference, no other `<` stands anywhere. */
export function readXml(source: string): readonly XmlElement[] {
  const elements: { name: string; attributes: Record<string, string>; text: string; depth: number }[] = [];
  const open: (typeof elements)[number][] = [];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const found = token.exec(source);
    assert.ok(found, `no XML at ${at}: ${source.slice(at, at + 80)}`);
    const [, closes, name = '', attributes = '', empty, text] = found;
    if (text !== undefined) {
      const last = open.at(-1);
      assert.ok(last !== undefined || text.trim() === '', `text outside of the document: ${text}`);
      if (last) {
        last.text += unescapeXml(text);
      }
    } else if (closes === '/') {
      assert.equal(open.pop()?.name, name);
    } else {
      const element = { name, attributes: readAttributes(attributes), text: '', depth: open.length };
      elements.push(element);
      if (empty !== '/') {
        open.push(element);
      }
    }
  }
  assert.deepEqual(open, []);
  return elements;
}

function readAttributes(source: string): Record<string, string> {
  const found = [...source.matchAll(/ ([^=]+)="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, unescapeXml(value)] as const,
  );
  assert.equal(new Set(found.map(([name]) => name)).size, found.length, `an attribute twice: ${source}`);
  return Object.fromEntries(found);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function unescapeXml(text: string): string {
  assert.equal(
    /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(text),
    false,
    'a sign that XML forbids',
  );
  return text.replaceAll(/&([^;&]*);?/g, (whole, name: string) => {
    const sign = entities[name];
    assert.ok(sign !== undefined && whole.endsWith(';'), `no reference: ${whole}`);
    return sign;
  });
}
