/** Texts that YAML reads as they are, as a value without quotes. */
const plain = /^[A-Za-z_/][\w./-]*(:[\w./-]*)?$/;
/** Words that some readers of YAML take for something else. */
const words = /^(y|n|yes|no|on|off|true|false|null|~)$/i;

/** A text as a value without quotes around it yet: ports are quoted, as `22:22` may be read as a number. */
export function yamlScalar(text: string, syntax: string): string {
  if (syntax === 'switch' || /^\d+$/.test(text)) return text;
  const address = /^\d+(\.\d+){3}(\/\d+)?$/.test(text);
  return address || (plain.test(text) && !words.test(text)) ? text : `"${text}"`;
}
