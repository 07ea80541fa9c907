/** What the program ends with; scripts rely on it. */
export const EXIT = {done: 0, no: 1, badInput: 2, ownFault: 70, interrupted: 130} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
