import {VOCABULARY} from '../../src/session/index.ts';
import {parseLevel} from '../../src/level/file/index.ts';

export const PLAIN = `format: 1
id: small
title: Small
summary: A level for tests.
start: '23:20'
limit: '01:00'
seed: 6715
faults: []
switches: []
parameters: {}
`;

export const WHOLE = `${PLAIN}kind: drill
ladder: 4
minutes: 12
lesson: goodput, not throughput
role: You lead the call.
dials: {pressure: 2}
story: {when: {metric: dns.answers.regional, above: 0}, at: '00:10'}
prelude:
  until: '00:05'
  orders:
    - '00:01 page dynamodb'
    - '23:50 declare sev-2'
orderDelay: 2
withhold: {orders: [Repoint], instruments: [curve], panels: [log]}
goals:
  win: {holds: {metric: dynamodb.customerErrors, below: 0.01}, minutes: 5}
  why: Well done.
  lose:
    - {when: {at: '00:50'}, why: Too late.}
  atLimit: lost
tasks:
  - {id: stop, what: stop it first, met: {first: {done: pause dns-automation}, then: {done: repoint}}, before: '00:30'}
unsafe:
  - {id: herd, what: everything at once, when: {given: restart dwfm all}}
diagnosis:
  - {suspect: dns-records, when: {metric: dns.answers.regional, below: 1}}
decisions:
  - {id: freeze, what: whether to freeze, when: {milestone: record-empty}, alternatives: ['00:10 pause dns-automation']}
recurrence: {faults: [{at: '00:05', to: dns, type: lose-tree, endpoint: regional}], minutes: 30, holds: {automation: dns-automation, is: paused}}
variations:
  - {id: noon, start: '12:00', faults: []}
hints:
  - {when: {not: {any: [{updates: 1}, {suspected: nothing}]}}, text: Look at the zone.}
`;

export function levelOf(text: string) {
	const parsed = parseLevel(text, VOCABULARY);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
	return parsed.level;
}

export function problemsOf(text: string): readonly string[] {
	const parsed = parseLevel(text, VOCABULARY);
	if (parsed.ok) return [];
	return parsed.problems.map(({line, column, message, suggestions}) =>
		[`${String(line)}:${String(column)} ${message}`, ...suggestions].join(' ~ '),
	);
}
