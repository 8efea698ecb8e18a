/** OpenSSL's number for "wrong version number": what came in answer to our greeting was not TLS. */
const WRONG_VERSION = '0A00010B';

const FORM = /error:([0-9A-F]{8}):[^:]*:[^:]*:([^:]+):/;

/**
 * `write EPROTO 804C…:error:0A00045C:SSL routines:ssl3_read_bytes:tlsv13 alert certificate required:../deps/…` →
 * `tlsv13 alert certificate required`. A message of another form is given back as it is.
 */
export function opensslWords(message: string): string {
  const [, number, words] = FORM.exec(message) ?? [];
  if (words === undefined) {
    return message;
  }
  return number === WRONG_VERSION ? `TLS was asked for and what answers does not speak it: ${words}` : words;
}
