import { invalidValue } from './shared/invalidValue';

/** `--dns ns.example.com` */
export const dnsInvalid = invalidValue({
  code: 'dns.invalid',
  about: 'A DNS server that is no address, or a search domain that is none.',
  docs: 'https://docs.docker.com/engine/network/#dns-services',
  syntaxes: ['dnsServer', 'dnsSearch'],
});
