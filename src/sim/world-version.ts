/**
 * Which world this is, apart from the game's version. It is raised when a level, a seed and the same orders may come
 * out another way than before, and for nothing else. Raising it takes a row below for the world that is left behind;
 * docs/versions.md tells the rest.
 */
export const WORLD = 2;

/** By world that was left behind: the last game that has it, as `npx outage-oncall@GAME` names it. */
export const LAST_GAMES: Readonly<Record<number, string>> = {1: '0.1'};
