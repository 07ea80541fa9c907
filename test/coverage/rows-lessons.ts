import {none, row, type Part} from './coverage.types.ts';

/** Numbers that are named. */
export const NUMBER_ROWS: Part = {
	title: 'Numbers',
	rows: [
		row('Times: twelve milestones, and the later waves', {
			caused: ['milestone:event-over', 'milestone:all-leases'],
			seen: ['source:README.md#milestone'],
			lever: none('a record is no lever'),
			level: none('all of October 20 is laid beside it'),
			debrief: ['text:src/view/programs/debrief/main/picture.ts#that day'],
			tested: ["test:test/physics/later-waves.test.ts#['support', 'ends', 1, '02:40', 5]"],
		}),
		row('142 services, some 70 % of a Region’s', {
			caused: ['subsystem:dependents'],
			seen: ['panel:services'],
			lever: none('a count is no lever'),
			level: none('a count is no level'),
			debrief: [
				'text:src/view/programs/debrief/lessons/systems-hit.ts#services failed one request in twenty',
			],
			tested: [
				'test:src/sim/dependents/dependents.test.ts#are hurt and healed in the order of that day',
			],
		}),
		row('Revenue lost, agreements broken', {
			caused: ['source:src/sim/money.ts#AGREEMENTS'],
			seen: ['source:src/session/told-money.ts#tellMoney'],
			lever: none('it follows from what is lost, and every lever on that is one on it'),
			level: none('it is counted beside the harm in every level'),
			debrief: ['text:src/view/programs/debrief/lessons/systems-hit.ts#tellMoney'],
			tested: [
				'test:src/sim/money.test.ts#a promise of three nines is broken later than one of four',
			],
		}),
		row('Automatic detection, minutes after the start', {
			caused: ['parameter:incidentCall.errorsSeconds'],
			seen: ['look:show-teams', 'panel:alerts'],
			lever: none('it pages by itself'),
			level: none('it begins every level that has a name emptied'),
			debrief: ['lesson:hindsight'],
			tested: [
				'test:src/sim/incident-call/incident-call.test.ts#sleeps through a healthy night and a short spike',
			],
		}),
	],
};

/** Lessons that the documents draw. */
export const LESSON_ROWS: Part = {
	title: 'Lessons',
	rows: [
		row('Swiss cheese', {
			caused: ['source:src/session/debrief/guards.ts#SLICES'],
			seen: none('holes are seen afterwards, or they would have been closed'),
			lever: ['switch:fencing-token', 'switch:non-zero-floor', 'switch:queue-backpressure'],
			level: none('it is told of every run'),
			debrief: ['lesson:swiss-cheese'],
			tested: [
				'test:test/debriefs/lessons.test.ts#of the cheese names the guards that would have stopped it',
			],
		}),
		row('No one root cause; where an inquiry stops', {
			caused: ['source:src/view/programs/debrief/lessons/cause-lessons.ts#STOPS'],
			seen: none('it is about what is said afterwards'),
			lever: none('it is about what is said afterwards'),
			level: none('it is told of every run in which something was hit'),
			debrief: ['lesson:root-cause'],
			tested: ['test:test/debriefs/lessons.test.ts#of causes stops only at what came in this run'],
		}),
		row('The night as control loops', {
			caused: ['source:src/session/debrief/night/controllers.ts#CONTROLLERS'],
			seen: ['look:show-automations'],
			lever: [
				'order:pause-dns',
				'order:pause-nlb-failover',
				'order:pause-warehouse',
				'order:bypass-support',
			],
			level: [
				'level:false-health-signal#believe-the-checks',
				'level:support-third-state#believe-the-check',
			],
			debrief: ['lesson:control-loops'],
			tested: [
				'test:test/debriefs/lessons.heavy.test.ts#says of each controller when its feedback was not so',
			],
		}),
		row('Systems always run degraded; latent faults', {
			caused: ['parameter:dwfm.breaksPerSecond', 'fault:slow-enactor'],
			seen: ['metric:dwfm.broken'],
			lever: none('one does not mend what is always broken: one knows it'),
			level: ['level:quiet-shift#hands-off'],
			debrief: ['lesson:always-degraded'],
			tested: [
				'test:test/debriefs/lessons.heavy.test.ts#counts what was broken while everything looked healthy',
			],
		}),
		row('Hindsight, the view through a keyhole', {
			caused: ['chart:telemetry/delivery', 'source:src/observe/pipeline.ts#pipeline'],
			seen: ['panel:alerts', 'metric:cloudwatch.delay'],
			lever: none('it is about what is said afterwards'),
			level: none('every level is played through a keyhole'),
			debrief: ['lesson:hindsight'],
			tested: [
				'test:test/debriefs/lessons.heavy.test.ts#tells what could be seen, and when it was looked at',
			],
		}),
		row('Metastable failure, by its name', {
			caused: ['chart:dwfm/fleet', 'chart:network/propagation'],
			seen: ['look:show-curve', 'metric:dwfm.pressure'],
			lever: ['order:gate-dwfm', 'order:throttle-launches'],
			level: ['level:network-backlog#below-capacity'],
			debrief: ['lesson:metastability', 'text:levels/network-backlog/debrief.md#metastable'],
			tested: [
				'test:test/debriefs/lessons.test.ts#of metastability tells the trigger, the loop and the way over the line',
			],
		}),
		row('Coordination against resilience', {
			caused: ['parameter:dns.leaderGapSeconds', 'parameter:dns.lockSeconds'],
			seen: ['metric:dns.lockLosses.enactor-1', 'metric:dns.regressions'],
			lever: ['switch:single-writer', 'switch:lock-fairness', 'switch:fencing-token'],
			level: ['level:two-writers#stopped-first'],
			debrief: ['lesson:coordination'],
			tested: [
				'test:src/sim/dns/dns.test.ts#a leader that is stopped is followed by another, after a gap',
			],
		}),
	],
};
