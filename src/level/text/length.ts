/** How long the text of a `level.yaml`, or of prose beside it, may be, in characters. */
export const LEVEL_LENGTH_MAX = 256 * 1024;
