import {none, row, type Part} from './coverage.types.ts';

const DONE_BEFORE = none('it is not done on the night: it is a property of what was built');

/** What was recommended, or done since. */
export const REMEDY_ROWS: Part = {
	title: 'Recommendations and remedies',
	rows: [
		row('A fencing token', {
			caused: ['source:src/sim/dns/enactor.ts#fencing-token'],
			seen: DONE_BEFORE,
			lever: ['switch:fencing-token'],
			level: none('it is tried in every debrief, and can be set in the sandbox'),
			debrief: ['lesson:coordination', 'lesson:swiss-cheese'],
			tested: ['test:test/properties/race-odds.test.ts#fencing-token: no plan goes back'],
		}),
		row('Clean-up that looks at “active”', {
			caused: ['source:src/sim/dns/enactor-cleanup.ts#cleanup-live-check'],
			seen: DONE_BEFORE,
			lever: ['switch:cleanup-live-check'],
			level: none('it is tried in every debrief, and can be set in the sandbox'),
			debrief: ['lesson:swiss-cheese'],
			tested: [
				'test:test/properties/race-odds.test.ts#cleanup-live-check: stale plans still go live',
			],
		}),
		row('Back-pressure in DWFM', {
			caused: ['parameter:dwfm.backpressureShare'],
			seen: none('what is held back is the queue of the panel'),
			lever: ['order:gate-dwfm', 'switch:queue-backpressure'],
			level: ['level:staged-restarts#gate-first'],
			debrief: ['text:levels/october-20/debrief.md#the gate on what enters DWFM'],
			tested: [
				'test:test/physics/recovery.test.ts#paces itself without any throttle under queue-backpressure',
			],
		}),
		row('NLB velocity control', {
			caused: ['source:src/sim/nlb/connections.ts#nlb-velocity-control'],
			seen: DONE_BEFORE,
			lever: ['switch:nlb-velocity-control'],
			level: none('it is tried in every debrief, and can be set in the sandbox'),
			debrief: ['text:docs/lessons/swiss-cheese.md#a velocity control came afterwards'],
			tested: ['test:src/sim/nlb/nlb.test.ts#lose no more than one zone where removal is capped'],
		}),
		row('The automation suspended worldwide until it is safe', {
			caused: ['fault:race-elsewhere', 'parameter:dns.elsewhereSeconds'],
			seen: ['look:show-automations'],
			lever: ['order:pause-dns', 'switch:freeze-switch'],
			level: ['level:october-20#elsewhere'],
			debrief: ['text:levels/october-20/debrief.md#the same race was there'],
			tested: [
				'test:src/sim/dns/dns.test.ts#other Regions take forty minutes to freeze',
				'test:src/sim/dns/race-elsewhere.test.ts#is stopped by whoever pauses the automation elsewhere',
			],
		}),
		row('Fall back to a state that is not empty', {
			caused: ['parameter:dns.lastKnownGoodSeconds'],
			seen: DONE_BEFORE,
			lever: ['switch:non-zero-floor', 'switch:last-known-good'],
			level: none('it is tried in every debrief, and can be set in the sandbox'),
			debrief: ['lesson:swiss-cheese'],
			tested: [
				'test:test/properties/race-interleavings.test.ts#a floor under deletions keeps the name',
			],
		}),
		row('Another Region than us-east-1', {
			caused: ['parameter:launches.movableShare', 'parameter:launches.surgeErrors', 'harm:ec2'],
			seen: [
				'look:show-launches',
				'source:src/observe/inspection-lines-ec2.ts#gone to another Region',
			],
			lever: ['setting:advise=other-region'],
			level: ['level:another-region#stayed', 'level:another-region#sent-away'],
			debrief: ['text:levels/another-region/debrief.md#arrive at once'],
			tested: [
				'test:src/sim/launches/elsewhere.test.ts#while everybody arrives the other Region has no room',
			],
		}),
		row('Support’s third state; IAM and STS by Region', {
			caused: ['chart:support/accounts', 'chart:identity/operator'],
			seen: ['metric:support.lockedOut'],
			lever: [
				'switch:support-third-state',
				'switch:regional-iam',
				'switch:regional-sts',
				'order:bypass-support',
			],
			level: ['level:support-third-state#let-in'],
			debrief: ['loop:support', 'lesson:layer-zero'],
			tested: [
				'test:src/sim/support/support.test.ts#with the third state known, locks nobody out',
				'test:src/sim/identity/identity.test.ts#with regional-sts never loses access',
			],
		}),
		row('Formal methods', {
			caused: ['source:docs/formal/DnsRace.tla#NeverEmpty'],
			seen: none('nothing of it is on a console'),
			lever: none('it is done before'),
			level: none('it is done before'),
			debrief: ['lesson:formal-methods'],
			tested: [
				'test:test/properties/race-interleavings.test.ts#with a fencing token none does, and no plan goes back',
				'test:test/properties/dns-race-spec.test.ts#some order of steps empties the name',
			],
		}),
		row('A runbook for recovery, and drills', {
			caused: ['parameter:dwfm.runbookShare'],
			seen: ['source:docs/runbooks/dwfm.md#There is no runbook for this'],
			lever: ['switch:dwfm-runbook', 'switch:recovery-drills', 'order:restart-dwfm-batch'],
			level: ['level:staged-restarts#how-to-restart'],
			debrief: ['text:levels/staged-restarts/debrief.md#Now you have one'],
			tested: [
				'test:src/sim/dwfm/dwfm.orders.test.ts#a written procedure takes a quarter of the time',
			],
		}),
		row('Watch before saying “resolved”', {
			caused: ['milestone:event-over'],
			seen: ['panel:comms', 'panel:open'],
			lever: ['order:update', 'order:post'],
			level: ['level:comms-only#over-too-early'],
			debrief: ['text:levels/comms-only/debrief.md#may be said once'],
			tested: [
				'test:test/observe/posts-follow-the-state.test.ts#every sentence that can be posted is in the table',
			],
		}),
	],
};

/** Who felt it. */
export const CUSTOMER_ROWS: Part = {
	title: 'Customers',
	rows: [
		row('They cannot open cases, sign in, call', {
			caused: ['harm:support', 'harm:access', 'harm:connect'],
			seen: ['metric:support.lockedOut', 'metric:signIn.errors', 'metric:connect.callErrors'],
			lever: ['order:bypass-support', 'order:shed-sign-in', 'order:switch-flows'],
			level: [
				'level:support-third-state#let-in',
				'level:sign-in-storm#let-in',
				'level:nobody-picks-up#agents-in',
			],
			debrief: ['hit:support', 'hit:sign-in', 'hit:connect'],
			tested: ['test:src/sim/support/support.test.ts#is open while the check is bypassed by hand'],
		}),
		row('Brands; customers who fail over, or leave', {
			caused: ['subsystem:customer', 'chart:customer/traffic', 'parameter:customer.leaveShare'],
			seen: ['panel:company', 'metric:standby.away', 'alert:our-errors'],
			lever: ['order:fail-over', 'order:come-back', 'order:tell-customers'],
			level: [
				'level:somebody-elses-outage#keep-servers',
				'level:somebody-elses-outage#all-away',
				'level:the-second-collapse#cut-load',
				'level:the-other-side#before-the-day',
			],
			debrief: [
				'text:levels/somebody-elses-outage/debrief.md#public reports of customers tell of both halves',
			],
			tested: [
				'test:src/sim/customer/customer.test.ts#moved to at once, fails whom it has no servers for; session by session, it keeps up',
				'test:test/coverage/customers-night.test.ts#a company’s night is the one that the certification page tells of',
			],
		}),
		row('Communication and promises', {
			caused: ['subsystem:incidentCall'],
			seen: ['panel:comms'],
			lever: ['order:post', 'order:update', 'order:promise', 'order:advise'],
			level: ['level:comms-only#first-word', 'level:comms-only#word-broken'],
			debrief: ['text:levels/comms-only/debrief.md#A time promised and kept earns more trust'],
			tested: [
				'test:src/sim/incident-call/incident-call.test.ts#a post keeps a promise, and a promise without a post is broken once',
			],
		}),
	],
};
