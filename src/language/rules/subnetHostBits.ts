import { formatRange, parseAddress } from '../../model';
import { oneEdit, replace } from '../fixes/edits';
import { fileRule } from './shared/rule';
import { ipamPage, plansOf } from './shared/subnetPlans';

/** A subnet with bits behind its prefix. */
export const subnetHostBits = fileRule({
  code: 'subnet.hostBits',
  severity: 'warning',
  about: 'A subnet with bits behind its prefix, such as 10.0.0.5/24: engines from 25.0 on refuse it.',
  docs: ipamPage,
  checkFile: (file) =>
    plansOf(file).flatMap(({ subnets }) =>
      subnets.flatMap((subnet) => {
        const address = parseAddress(subnet.text.split('/', 1)[0] ?? '');
        return address && address.value !== subnet.range.first
          ? [{ ...subnet, network: formatRange(subnet.range) }]
          : [];
      }),
    ),
  say: ({ text, network }) =>
    `${text} has bits behind its prefix: engines from 25.0 on refuse it. Write ${network}.`,
  mend: ({ start, end, text, network }, file) =>
    file.text.slice(start, end) === text
      ? [oneEdit(`Change to ${network}`, replace({ start, end }, network), true)]
      : [],
});
