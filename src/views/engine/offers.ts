import type { Offer } from '../rows/nodes';
import type { Row } from '../rows/rows';

/** A row, and the command that it runs. */
export interface OfferRow {
  readonly row: Row;
  readonly command: { readonly command: string; readonly arguments?: unknown[] };
}

interface OfferWords {
  readonly label: string;
  readonly icon: string;
  readonly command: string;
  readonly argument?: string;
}

const OFFER_WORDS: Readonly<Record<Offer, OfferWords>> = {
  tryAgain: { label: 'Try Again', icon: 'refresh', command: 'portolan.refresh' },
  selectEndpoint: { label: 'Select Docker Endpoint…', icon: 'plug', command: 'portolan.selectEndpoint' },
  sampleEngine: { label: 'Open the Sample Engine', icon: 'beaker', command: 'portolan.useSampleEngine' },
  showLog: { label: 'What the Engine Said', icon: 'output', command: 'portolan.showLog' },
  settings: {
    label: 'Settings',
    icon: 'gear',
    command: 'workbench.action.openSettings',
    argument: '@ext:portolan.portolan',
  },
};

/** The row of something that can be done where no engine can be had. */
export function offerRow(offer: Offer): OfferRow {
  const { label, icon, command, argument } = OFFER_WORDS[offer];
  return {
    row: { label, description: '', icon, spoken: `${label.replace('…', '')}, press Enter` },
    command: argument === undefined ? { command } : { command, arguments: [argument] },
  };
}
