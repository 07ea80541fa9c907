export * from './incident-call.types.ts';
export type {StatusUpdate} from './status-update.ts';
export {INCIDENT_CALL_PARAMETERS, type IncidentCallParameters} from './incident-call.parameters.ts';
export {INCIDENT_CALL_CHARTS} from './incident-call.machine.ts';
export {
	createIncidentCall,
	deliverIncidentCall,
	isPresent,
	stepIncidentCall,
} from './incident-call.step.ts';
export {
	INCIDENT_CALL_ORDERS,
	applyIncidentCall,
	validateIncidentCall,
} from './incident-call.orders.ts';
