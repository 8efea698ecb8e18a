import { invalidValue, networkCreatePage } from './shared/invalidValue';

/** `--subnet 10.0.0.0` */
export const subnetInvalid = invalidValue({
  code: 'subnet.invalid',
  about: 'A subnet that can not be read.',
  docs: networkCreatePage,
  syntaxes: ['subnet'],
});
