import type {Size} from './screen.types.ts';

/** Smaller than this, nothing useful can be shown. */
export const SMALLEST: Size = {columns: 60, rows: 18};
