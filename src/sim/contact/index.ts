import {CONTACT_EVENTS, contactMachine} from './contact.machine.ts';

export {CONTACT_PARAMETERS, type ContactParameters} from './contact.parameters.ts';
export {createContact, deliverContact, stepContact} from './contact.step.ts';
export type {Contact, ContactInputs, ContactOutputs} from './contact.types.ts';

export const CONTACT_CHARTS = {contact: {machine: contactMachine, events: CONTACT_EVENTS}};
