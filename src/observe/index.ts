export * from './observation.types.ts';
export {TELLING_ALERT} from './alert-causes.ts';
export {ALERT_RULES} from './alert-rules.ts';
export {ALERTS_MAX} from './alert-board.ts';
export {LOG_LINES_MAX} from './log.ts';
export {METRICS} from './metrics.ts';
export {createObserver, look, observeStep, type Observer} from './observer.ts';
export {HISTORY_MINUTES} from './pipeline.ts';
export {STATUS_DESK} from './posts.ts';
