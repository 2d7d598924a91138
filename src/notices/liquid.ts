import { fileURLToPath } from 'node:url';
import { Liquid, type LiquidOptions } from 'liquidjs';

/**
 * Templates come from this folder alone and see plain own data; an unknown name in one is an error, never an empty space.
 * Values are only ever printed: nothing that was typed by people is read as a template.
 */
const options: LiquidOptions = {
  root: fileURLToPath(new URL('./templates/', import.meta.url)),
  extname: '.liquid',
  cache: true,
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
};

export const plainLiquid = new Liquid(options);

/** Escapes every value for HTML unless a template says otherwise (none does). */
export const htmlLiquid = new Liquid({ ...options, outputEscape: 'escape' });
