import { formatRange, parseRange } from '../../model';
import { oneEdit, replace } from '../fixes/edits';
import { isFreeBeside } from '../fixes/otherSubnet';
import { fileRule } from './shared/rule';
import { ipamPage, isBridge, plansOf } from './shared/subnetPlans';

const bits = { 4: 32, 6: 128 } as const;

/** A subnet in which no address is left for a gateway. */
export const subnetSmall = fileRule({
  code: 'subnet.small',
  severity: 'error',
  about: 'A subnet of a bridge without room for a gateway: /31, /32.',
  docs: ipamPage,
  checkFile: (file) =>
    plansOf(file)
      .filter(isBridge)
      .flatMap(({ subnets }) =>
        subnets.filter(({ range }) => bits[range.family] - range.prefix < (range.family === 4 ? 2 : 1)),
      ),
  say: ({ text }) =>
    `failed to allocate gateway (): No available addresses on this pool. ${text} is too small: take a prefix of at most /30, in IPv6 /127.`,
  mend: ({ start, end, text, range }, file) => {
    const wider = parseRange(`${text.split('/', 1)[0] ?? ''}/${range.family === 4 ? 30 : 126}`);
    const written = file.text.slice(start, end) === text;
    const subnet = wider && formatRange(wider);
    return written && wider && subnet !== undefined && isFreeBeside(range, wider, file)
      ? [oneEdit(`Change to ${subnet}`, replace({ start, end }, subnet), true)]
      : [];
  },
});
