import {subsystem} from '../kernel/index.ts';
import {INCIDENT_CALL_FAULTS} from './incident-call.faults.ts';
import {INCIDENT_CALL_PARAMETERS} from './incident-call.parameters.ts';
import {INCIDENT_CALL_ORDERS} from './incident-call.orders.ts';
import {createIncidentCall, stepIncidentCall, deliverIncidentCall} from './incident-call.step.ts';
import {INCIDENT_CALL_CHARTS} from './incident-call.machine.ts';

export * from './incident-call.types.ts';
export type {StatusUpdate} from './status-update.ts';
export {INCIDENT_CALL_PARAMETERS, type IncidentCallParameters} from './incident-call.parameters.ts';
export {
	createIncidentCall,
	deliverIncidentCall,
	isPresent,
	stepIncidentCall,
} from './incident-call.step.ts';
export {FOLLOWED_WORDS} from './followed-advice.ts';
export {INCIDENT_CALL_ORDERS} from './incident-call.orders.ts';

/** The people: teams, alerts, and what customers are told. */
export const incidentCall = subsystem({
	parameters: INCIDENT_CALL_PARAMETERS,
	charts: INCIDENT_CALL_CHARTS,
	orders: INCIDENT_CALL_ORDERS,
	faults: INCIDENT_CALL_FAULTS,
	inputs: () => ({customerErrors: 0, packetLossShare: 0}),
	create: createIncidentCall,
	step: stepIncidentCall,
	deliver: deliverIncidentCall,
});
