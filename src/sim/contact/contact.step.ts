import {enter, send, type Beat, type Conditions} from '../kernel/index.ts';
import {contactMachine} from './contact.machine.ts';
import type {ContactParameters} from './contact.parameters.ts';
import type {Contact, ContactInputs, ContactOutputs} from './contact.types.ts';

/** Every agent is signed in. */
export function createContact(_conditions: Conditions<ContactParameters>, beat: Beat): Contact {
	return {
		mode: enter(contactMachine, 'contact/contacts', beat),
		agentsOutShare: 0,
		output: {callErrors: 0, chatErrors: 0},
	};
}

/** One second of Connect. The store takes calls with it; balancers also cut agents off. */
export function stepContact(
	contact: Contact,
	inputs: ContactInputs,
	{parameters}: Conditions<ContactParameters>,
	beat: Beat,
): ContactOutputs {
	const {output} = contact;
	stepAgents(contact, inputs, parameters);
	const reaching =
		(1 - parameters.storeWeight * inputs.storeErrors) *
		(1 - parameters.balancerWeight * inputs.balancerErrors) *
		(1 - parameters.agentWeight * contact.agentsOutShare);
	const beyondDefault = Math.max(0, inputs.functionErrors - parameters.functionErrorsInCalls);
	const callErrors = 1 - reaching * (1 - parameters.callFunctionWeight * beyondDefault);
	const chatErrors = 1 - reaching * (1 - parameters.functionWeight * inputs.functionErrors);
	output.callErrors += (callErrors - output.callErrors) / parameters.followSeconds;
	output.chatErrors += (chatErrors - output.chatErrors) / parameters.chatFollowSeconds;
	noteCrossings(contact, parameters, beat);
	return output;
}

/** Nothing in Connect waits on the agenda yet; a delay in the chart would arrive here. */
export function deliverContact(
	contact: Contact,
	_to: string,
	event: {readonly type: string},
	_conditions: Conditions<ContactParameters>,
	beat: Beat,
): void {
	send(contactMachine, contact.mode, event, beat);
}

function stepAgents(contact: Contact, inputs: ContactInputs, parameters: ContactParameters): void {
	const out = contact.agentsOutShare;
	const pressure = Math.min(1, inputs.balancerErrors / parameters.fullErrors);
	const cut = parameters.cutPerSecond * pressure * (1 - out);
	const signingIn = Math.max(0, 1 - inputs.functionErrors / parameters.returnFunctionErrors);
	const back = (out * signingIn) / parameters.agentReturnSeconds;
	contact.agentsOutShare = Math.min(1, Math.max(0, out + cut - back));
}

function noteCrossings(contact: Contact, {impairedErrors}: ContactParameters, beat: Beat): void {
	const {callErrors, chatErrors} = contact.output;
	const worst = Math.max(callErrors, chatErrors);
	if (contact.mode.value === 'answering' && worst > impairedErrors) {
		send(contactMachine, contact.mode, {type: 'CONTACTS_FAILED'}, beat);
		beat.say({
			source: 'connect',
			level: 'error',
			kind: 'contacts-failing',
			text: `contacts failing: calls ${percent(callErrors)}, chats ${percent(chatErrors)}`,
		});
	} else if (contact.mode.value === 'impaired' && worst < impairedErrors / 2) {
		send(contactMachine, contact.mode, {type: 'CONTACTS_RESUMED'}, beat);
		beat.say({
			source: 'connect',
			level: 'info',
			kind: 'contacts-recovered',
			text: 'contacts: calls and chats back to normal',
		});
	}
}

function percent(share: number): string {
	return `${(share * 100).toFixed(0)} %`;
}
