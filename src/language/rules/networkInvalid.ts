import { invalidValue, runPage } from './shared/invalidValue';

/** `--network alias=www`, `network_mode: "container:"` */
export const networkInvalid = invalidValue({
  code: 'network.invalid',
  about: 'The choice of a network that is refused: name=a,foo=b, container: without a name.',
  docs: `${runPage}#network`,
  syntaxes: ['network', 'networkMode', 'serviceNetwork'],
});
