/** Acts that one incident call can have under way at a time. */
export const UNDER_WAY_MAX = 8;

/** Attempts of each kind that are weighed in one second; more are refused until the next. */
export const ATTEMPTS_PER_SECOND_MAX = {look: 20, do: 20} as const;
