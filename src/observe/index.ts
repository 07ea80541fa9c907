export * from './observation.types.ts';
