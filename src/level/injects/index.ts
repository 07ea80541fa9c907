export {injectDeedSchema, injects, type InjectFile} from './inject.schema.ts';
export type * from './inject.types.ts';
export {wrongInjects} from './inject-objections.ts';
export {injectsOf, struckBy} from './injects-of.ts';
