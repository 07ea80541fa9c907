import type {Observation} from '../../../observe/index.ts';
import type {OrderSpec} from '../../../session/index.ts';
import {duration} from '../../say/measure.ts';

/** As many things as one incident call can do at a time, as operators are told on their first day. */
const HANDS = 8;

/** What would refuse an order if it were given now, as far as can be seen. */
export function objectionsTo(
	spec: OrderSpec,
	text: string,
	observation: Observation,
): readonly string[] {
	const found: string[] = [];
	if (spec.needs === 'tools' && observation.access === 'failing') {
		found.push('You are not signed in, and sign-in fails: “break glass access” does not need it.');
	}
	const team = observation.teams.find(each => each.team === spec.team);
	if (team?.state === 'asleep') found.push(`Team ${team.team} is not on the call: page it first.`);
	if (team?.state === 'paged') {
		const since = duration(observation.now - team.since);
		found.push(`Team ${team.team} was paged ${since} ago and has not joined yet.`);
	}
	const running = observation.orders.filter(
		({state}) => state === 'running' || state === 'waiting',
	);
	if (running.some(order => order.text === text)) found.push('The same command is already given.');
	if (spec.kind === 'do' && running.length >= HANDS) {
		found.push(`${String(HANDS)} commands are under way: wait for one to finish.`);
	}
	return [...found, ...aboutAutomation(text, observation)];
}

function aboutAutomation(text: string, observation: Observation): readonly string[] {
	const [verb, id] = text.split(' ');
	const state = observation.automations.find(automation => automation.id === id)?.state;
	if (verb === 'pause' && state === 'paused') return [`${String(id)} is paused already.`];
	return verb === 'resume' && state === 'running' ? [`${String(id)} is running already.`] : [];
}
