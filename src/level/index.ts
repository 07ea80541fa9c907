export * from './clean-text.ts';
export * from './clock.ts';
export type * from './condition.types.ts';
export * from './level.types.ts';
export * from './likeness.ts';
export * from './parse-level.ts';
export * from './seed.ts';
export * from './suspects.ts';
export * from './switch-names.ts';
