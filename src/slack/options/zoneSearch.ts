import { optionsAnswer } from '../../../blocks/elements/optionsAnswer.ts';
import type { OptionsHandler } from '../handlers.ts';

const zones = [...Intl.supportedValuesOf('timeZone'), 'Etc/UTC'];

/** Time zones by a piece of their name. */
export const zoneSearch: OptionsHandler = async ({ typed }) => {
  const words = typed.trim().toLowerCase().replaceAll(' ', '_');
  const found = zones.filter((zone) => zone.toLowerCase().includes(words));
  return optionsAnswer(found.map((zone) => ({ text: zone, value: zone }))).options;
};
