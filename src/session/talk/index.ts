export * from './fact-seen.ts';
export * from './loop.ts';
export * from './read-service.ts';
export * from './read-talk.ts';
export {roomEventSchema} from './room-event.schema.ts';
export * from './room-event.types.ts';
export * from './room.ts';
export * from './room-seen.ts';
export type * from './talk.types.ts';
