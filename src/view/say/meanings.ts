import type {PanelId} from '../../observe/index.ts';

/** How to read a panel, for help and for the documents. Which orders belong to it, the palette knows. */
export type Meaning = {
	/** What it shows, in one sentence. */
	readonly shows: string;
	/** What the words and shapes on it mean, and what to compare with what. */
	readonly reading: readonly string[];
	/** When it is late, partial or wrong. */
	readonly lies: string;
};

/** All that panels of metrics share. */
export const METRICS_LIE =
	'Metrics lag by what "metrics late by" on the panel Other systems says. When sign-in fails, internal metrics freeze: each line then says how old it is.';

export const MEANINGS: Readonly<Record<PanelId, Meaning>> = {
	overview: {
		shows: 'Which system needs which, and how bad each is: trouble travels from the top down.',
		reading: [
			'● OK, ▲ WARN and ✗ CRIT grade the worst value of a system; ○ N/A means no data. Every value says how bad: 0 is good, a longer bar is worse, ↑ is getting worse.',
			'The bar has three zones: up to the warn limit, up to the critical limit, and beyond it, on a log scale. So a percentage and an age compare at a glance.',
			'Each sits below its first dependency; an arrow leads to what depends on it, and +1 counts further dependencies. ┃ joins two that both deviate; it does not say which is the cause.',
			'‖ means that something in Still open acts on the system: it may be limited, not broken.',
			'Zoomed, it shows for the row under the cursor what it needs, what needs it, what is open there, and who is on the call.',
		],
		lies: METRICS_LIE,
	},
	company: {
		shows:
			'What our users get, what we have to serve them with, and what of it hangs on the Region.',
		reading: [
			'"not done" is what users want and do not get: failed, or shed by what it is worth.',
			'"load" is work offered over what our servers can do. Above 100 % they work for clients who have gone, and retries keep it there.',
			'"servers missing" is what scaling wants and has not got. While launches fail, what is given back does not return.',
			'"cache misses" are reads that cost the database a call and our servers three times the work.',
			'Jobs run before requests, on the same servers: what waits comes at up to five times its usual rate unless it is held.',
		],
		lies: 'Our pager and our flags are vendors in the same Region: when they are down, silence is no good sign.',
	},
	alerts: {
		shows: 'What is alarming, what is shelved, and what has resolved.',
		reading: [
			'✗ PAGE wakes somebody, ▲ TICKET waits for the morning, ● INFO wakes nobody. Severity was chosen by teams long ago; it is no measure of importance tonight.',
			'Each line is a group: the current value of its worst alarm, as on the overview, how many alerts it holds, and how long the oldest has been open. Pages come first, then the order of the overview. Zoomed, every alert is listed with what it fired on.',
			'"ack" means that somebody has taken it. "2nd on-call" means that a page went unacknowledged for 15 minutes and was escalated.',
			'‖ SHELVED shows what is out of sight, how many alerts that hides, and when it comes back by itself.',
			'Rates and ages alarm early, levels alarm late. Look for the one that is not like the others.',
		],
		lies: 'Alarms evaluate metrics as they arrive, so they are just as late. An alarm on a missing metric keeps its state.',
	},
	dns: {
		shows:
			'The public names of DynamoDB, the records behind them, and the automation that writes them.',
		reading: [
			'The first lines are your own digs: how many addresses each name had, of each kind. ZERO with the status NOERROR is an answer that looks like success.',
			'A zone that was shown lists its ROOT, the ROLLBACK it could return to, and who holds its lock. ✗ NO TREE means that the record points at something that is gone.',
			'"apply age" is how long an Enactor has been applying its plan. Healthy passes finish within a minute; an old one applies a stale plan.',
			'"plan regressions" counts how often an older plan replaced a newer one.',
		],
		lies: 'Digs and zones are as old as they say and do not change until you look again. Names of trees are UUIDs: only `show zone <endpoint> plans` tells which plan each is. Digs work without sign-in; the rest does not.',
	},
	dwfm: {
		shows:
			'The leases between EC2 and its hosts, the queue that renews them, and how much of its work is useful.',
		reading: [
			'"head of line" is the age of the work that is reached next. Older than the deadline means that everything expires before its turn, however hard the managers work.',
			'"in time" compares goodput with throughput: work that still helps somebody with all work done. High throughput with no goodput is congestive collapse, not recovery.',
			'A gate lets fewer renewals in at once; a restart empties a queue and loses what is in it.',
			'The worst managers are as `show hosts` last found them: ● WORKING, ► RESTARTS, ✗ CUT OFF from DynamoDB, ✗ STUCK behind its own queue.',
		],
		lies: `${METRICS_LIE} The deadline is known only after \`show hosts\`.`,
	},
	curve: {
		shows: 'The average droplet manager: the load of its broken leases against its capacity.',
		reading: [
			'The rising line is offered load by number of broken leases; the flat line is capacity. They cross at B, the tipping point B*.',
			'● is now. Left of B the backlog drains by itself once DynamoDB answers; right of B it grows by itself.',
			'The margin is B* over broken leases. Above 2 is calm, below 1 is past the tipping point.',
			'The probe forks the fleet and lets it run with DynamoDB back: how many managers would still be stuck after 45 minutes, if nobody did anything.',
		],
		lies: 'Both are as old as they say. The curve is an average: some managers tip earlier. The probe is an instrument that nobody had on the day; some drills withhold it.',
	},
	launches: {
		shows: 'How many instances are asked for, and what becomes of each request.',
		reading: [
			'The bar is all requests, retries included. P was placed, L was refused by a throttle (RequestLimitExceeded), C found no droplet with a lease (InsufficientInstanceCapacity), F failed at the front end.',
			'L is what we refuse on purpose; C and F are what is broken.',
			'"held back" are launches that customers will retry: they arrive once it works.',
		],
		lies: `${METRICS_LIE} "launches ok" counts a placed instance as a success, whether or not its network ever arrives.`,
	},
	network: {
		shows: 'Network Manager, which tells the network about every instance that comes or goes.',
		reading: [
			'Inflow against capacity shows trouble an hour before latency does. While inflow is higher, the backlog grows; below it, the line says how long it takes to clear.',
			'"without network" are instances that run and cannot be reached: they count as launched.',
			'The border of use1-az1 carries customers to the Region. Traffic inside the Region does not pass it.',
		],
		lies: METRICS_LIE,
	},
	nlb: {
		shows: 'The load balancers: their health checks, and which zones these have taken out of DNS.',
		reading: [
			'The load of the health checks comes first, then their delay, then flapping targets, then zones that leave. Errors come last.',
			'A zone with ● IN serves; ▲ PART has left some balancers; ✗ OUT has left many, or was drained by hand.',
			'Checks that run late call healthy targets sick. Then automatic failover does the harm, and pausing it helps.',
		],
		lies: `${METRICS_LIE} Zones by name are as old as the last \`show balancers\`.`,
	},
	others: {
		shows: 'The dependent systems, and the monitoring that shows all of this.',
		reading: [
			'"metrics late by" and "metrics lost" are how far every other panel can be trusted.',
			'Backlogs in seconds are work still owed: they keep failing customers after the cause is gone.',
			'"SQS pollers off" does not recover by itself.',
		],
		lies: METRICS_LIE,
	},
	services: {
		shows:
			'The public Health Dashboard: what customers were told, and the services they cannot use.',
		reading: [
			'✗ DOWN is listed as impacted, ✔ BACK as resolved. The share is of failing requests, as the canary of the service saw it.',
			'"waits for" names what a service is built on and does not get, heaviest first. The line above counts what most of them wait for.',
		],
		lies: 'People keep the dashboard: a service is listed minutes after it fails and taken off long after it is well. What it waits for is worked out from declared dependencies and late metrics; a service can have a fault of its own.',
	},
	open: {
		shows:
			'What people put in place, or owe, and must take back; below that, the automations that act by themselves.',
		reading: [
			'✗ OWED is an update to customers, ▲ LIMIT holds them back, ‖ PAUSED is an automation that does not act, ● DETOUR and ● ADVICE lead around something, ‖ SHELVED hides alerts.',
			'A limit at 100 % is still a limit. Zoomed, a pause says what is lost meanwhile.',
			'The header shows as many as fit, on every panel.',
		],
		lies: 'It is a ledger of what was commanded and not taken back, not of what is measured: `show throttles` shows that. An automation that runs is not necessarily doing anything useful.',
	},
	comms: {
		shows:
			'What customers were told and promised, who is on the call, and who is pressing for news.',
		reading: [
			'The promise counts down: ● KEPT, ▲ SOON in its last five minutes, ✗ LATE after it.',
			'An update is a form: scope, impact, action, and when the next one comes. It is a post and a promise in one.',
			'▲ PAGED teams join in 8 to 23 minutes; after ten, `escalate` wakes a second.',
			'People outside the call know what the public knows: failures they feel, what was posted, who has joined. A team on the call knows its own metrics, and says what it makes of them.',
		],
		lies: 'The chat is honest but partial: outsiders report symptoms, never causes. A team’s numbers are right; what it suspects may be wrong.',
	},
	log: {
		shows: 'What the systems write in their logs, newest last, and what is said on the call.',
		reading: [
			'ERR and WARN precede the line. A source that writes too much is truncated, and says so.',
			'Filter by a source or a word; with ! everything else.',
		],
		lies: 'Lines are as late as metrics, and none arrive while sign-in fails; what is said on the call needs no tools and comes at once.',
	},
	orders: {
		shows: 'Every command, newest first: time left, what it did, and what an inspection returned.',
		reading: [
			'► RUNNING has not taken effect yet, ✔ DONE has, ✗ FAILED came too late, ✗ REFUSED never began and says why.',
		],
		lies: 'DONE means that the command was carried out, not that it helped. What an inspection returned was true at that second.',
	},
};

/** Prose about marks, for where none are drawn: the word beside each is enough. */
export function unmarked(text: string): string {
	return text.replaceAll(/[●▲✗○✔►‖] /gu, '');
}
