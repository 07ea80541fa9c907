export {estimateMinutes} from './estimate.ts';
export {cooled, paced, warmed} from './heat.ts';
export {paceWords, roomPaceWords, speedOf} from './pace.ts';
export * from './speeds.ts';
