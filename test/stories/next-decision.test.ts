import {expect, test} from 'vitest';
import {
	SYSTEMS,
	systemCalled,
	verdictOf,
	type ChatLine,
	type Observation,
} from '../../src/observe/index.ts';
import {ORDERS, open, parseOrder, stillOpenOf, type Session} from '../../src/session/index.ts';
import {perform} from '../../src/view/do/perform.ts';
import {runTo} from '../../src/view/do/run-to.ts';
import {createPlain} from '../../src/view/plain/index.ts';
import {createProtocol} from '../../src/view/protocol/index.ts';
import {levelNamed, scriptsOf} from '../levels/own-levels.ts';
import {aConsole, press} from '../support/console.builder.ts';
import {givenInTheirSecond} from './given-in-their-second.ts';

const OCTOBER = levelNamed('october-20');

/** October 20 as the textbook plays it, however time is let run. */
function asTextbook(): Session {
	const {orders} = scriptsOf(OCTOBER)['textbook'] ?? {orders: []};
	return givenInTheirSecond(open(OCTOBER, {game: 'test', node: 20}), 'you', orders);
}

/** What an operator has to decide about, as it stands: said of what is seen, and never of how it was told. */
const TO_DECIDE: Readonly<Record<string, (was: Observation, is: Observation) => boolean>> = {
	'what comes after the end': (was, is) => was.ended === null && is.ended !== null,
	'what to do instead of what came to nothing': (was, is) =>
		finished(was, is).some(({state}) => state !== 'done'),
	'what to do about what a look brought back': (was, is) =>
		finished(was, is).some(({lines}) => lines.length > 0),
	'what to do on top of what now stands': (was, is) =>
		finished(was, is).some(({text}) => teamOf(text) !== undefined && !liftsIn(was).has(text)),
	'what who joined shall do': (was, is) =>
		is.teams.some(
			({team, state}) =>
				state === 'present' && was.teams.every(each => each.team !== team || each.state !== state),
		),
	'what to make of what a team finds': (was, is) =>
		said(was, is).some(({role, team, at}) => role === 'team' && at - sinceOf(is, team) < 600),
	'how to work without the tools, or with them': (was, is) => was.access !== is.access,
	'what to do about what is critical': (was, is) =>
		SYSTEMS.some(
			system =>
				verdictOf(system, is.metrics) === 'crit' && verdictOf(system, was.metrics) !== 'crit',
		),
	'what to do about a page that nobody took': (was, is) =>
		is.alerts.some(
			({severity, raisedAt, clearedAt, acknowledgedBy}) =>
				severity === 'page' && raisedAt > was.now && clearedAt === null && acknowledgedBy === null,
		),
	'what to answer': (was, is) =>
		said(was, is).some(({role, text}) => role === 'status-desk' || text.includes('?')),
	'what to say at the promised time': (was, {now, dashboard: {promisedAt}}) =>
		promisedAt !== null && promisedAt - now <= 300 && promisedAt - was.now > 300,
	'what to take back': (was, is) =>
		stillOpenOf(is).some(({acts}) =>
			acts.some(id => {
				const system = systemCalled(id);
				return (
					system !== undefined &&
					verdictOf(system, is.metrics) === 'ok' &&
					verdictOf(system, was.metrics) !== 'ok'
				);
			}),
		),
};

function finished(was: Observation, is: Observation) {
	const isOpen = (state: string) => state === 'running' || state === 'waiting';
	const known = new Set(was.orders.filter(({state}) => !isOpen(state)).map(({order}) => order));
	return is.orders.filter(({order, state}) => !isOpen(state) && !known.has(order));
}

function teamOf(text: string): string | undefined {
	const parsed = parseOrder(text);
	return parsed.ok ? (ORDERS[parsed.order.id]?.team ?? undefined) : undefined;
}

function liftsIn(observation: Observation): ReadonlySet<string> {
	return new Set(stillOpenOf(observation).map(({lift}) => lift));
}

function said(was: Observation, is: Observation): readonly ChatLine[] {
	return is.chat.filter(({at}) => at > was.now);
}

function sinceOf({teams}: Observation, name: string | undefined): number {
	return teams.find(({team}) => team === name)?.since ?? -Infinity;
}

test('`N` takes the textbook through October 20 in forty stops, and nearly all have something to decide', () => {
	const session = asTextbook();
	const doing = {session, by: 'you', exam: false, readOnly: false, confirm: true};
	const stops: {readonly clock: string; readonly decides: readonly string[]}[] = [];
	while (!session.ended && stops.length < 200) {
		const from = session.observation;
		const run = perform(doing, {do: 'next', decision: true});
		if (run.came !== 'runs') throw new Error('time runs');
		runTo(session, run);
		const is = session.observation;
		const decides = Object.keys(TO_DECIDE).filter(what => TO_DECIDE[what]?.(from, is) === true);
		stops.push({clock: is.clock.pdt, decides});
	}
	const idle = stops.filter(({decides}) => decides.length === 0);
	expect(session.observation.ended).toMatchObject({won: true});
	expect(stops.length).toBeLessThanOrEqual(40);
	expect(idle.length / stops.length, JSON.stringify(idle)).toBeLessThanOrEqual(0.1);
}, 60_000);

const TOLD = {by: 'you', title: '', briefing: ''};

test('it stops in the same seconds in every face', () => {
	const STOPS = 12;
	const plain = () => {
		const session = asTextbook();
		const lines = createPlain({...TOLD, session, role: '', begins: true, unicode: true});
		return stopsOf(session, () => lines.take('next decision'));
	};
	const protocol = () => {
		const session = asTextbook();
		const requests = createProtocol({...TOLD, session, game: 'test', limit: 0, journal: ''});
		const next = JSON.stringify({id: 1, do: 'next', decision: true});
		return stopsOf(session, () => requests.take(next));
	};
	const keys = () => {
		const {session, console} = aConsole({session: asTextbook()});
		press(console, ' ');
		return stopsOf(session, () => {
			press(console, 'N');
			while (console.ui.skip !== null) console.frame(0.2);
		});
	};
	const stopsOf = (session: Session, next: () => void) =>
		Array.from({length: STOPS}, () => {
			next();
			return session.now;
		});
	const stops = plain();
	expect(protocol()).toEqual(stops);
	expect(keys()).toEqual(stops);
}, 60_000);
