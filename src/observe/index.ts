export type * from './instruments.types.ts';
export type * from './observation.types.ts';
export {TELLING_ALERT} from './alert-causes.ts';
export {ALERT_GROUPS} from './alert-rule.ts';
export {alertMetric, ALERT_RULES} from './alert-rules.ts';
export type {LevelOwn} from './level-own.types.ts';
export {ALERTS_MAX} from './alert-board.ts';
export {LOG_LINES_MAX} from './log.ts';
export {OBSERVE_PARAMETERS} from './observe.parameters.ts';
export {METRICS} from './metrics.ts';
export {PANELS, panelNamed, type PanelId} from './panel-ids.ts';
export {castSeen, METRICS_OF, panelsIn, PARTS_OF, panelOf, withNothing} from './panels.ts';
export {
	createObserver,
	darken,
	hearFrom,
	heed,
	look,
	observeStep,
	seenNow,
	type Observer,
} from './observer.ts';
export * from './gauges.ts';
export {HISTORY_MINUTES, SAMPLE_SECONDS} from './pipeline.ts';
export {STATUS_DESK} from './posts.ts';
export * from './seat/index.ts';
export {SERVICE_NEEDS, SYSTEM_METRICS, type ServiceNeed} from './services.ts';
export * from './handover.ts';
export * from './probe.ts';
export * from './room.ts';
export * from './systems.ts';
export {clockOf as clockShown, quantity} from './words.ts';
