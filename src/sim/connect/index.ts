import {CONNECT_EVENTS, contactMachine} from './connect.machine.ts';

export {CONNECT_PARAMETERS, type ConnectParameters} from './connect.parameters.ts';
export {createConnect, deliverConnect, stepConnect} from './connect.step.ts';
export type {Connect, ConnectInputs, ConnectOutputs} from './connect.types.ts';

export const CONNECT_CHARTS = {contact: {machine: contactMachine, events: CONNECT_EVENTS}};
