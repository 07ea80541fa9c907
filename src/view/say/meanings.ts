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
	'Metrics are late by as much as "metrics late by" on the panel Other systems says. When sign-in fails, internal metrics stand still: each line then says how old it is.';

export const MEANINGS: Readonly<Record<PanelId, Meaning>> = {
	overview: {
		shows: 'Which system needs which, and how bad each is: trouble travels from the top down.',
		reading: [
			'● OK, ▲ WARN and ✗ CRIT judge the value that is worst of a system; ○ N/A means that nothing has arrived. Every value says how bad: 0 is good, a longer bar is worse, ↑ is worse.',
			'The bar has three zones: up to the warn limit, up to the critical limit, and beyond, there by orders of magnitude. So a share and an hour are compared at a glance.',
			'Each stands below what it needs first; an arrow leads to what depends on it, and +1 counts further needs. ┃ joins two that both deviate, which says nothing of which is the cause.',
			'‖ says that something in Still open acts on the system: it may be limited, and not broken.',
			'With the whole screen it says of the row under the cursor what that needs, what needs it, what is open there, and who is on the call.',
		],
		lies: METRICS_LIE,
	},
	alerts: {
		shows: 'What alarms now, what was put out of sight, and what is over.',
		reading: [
			'✗ PAGE wakes somebody, ▲ TICKET waits for the morning, ● INFO wakes nobody. Severity was chosen by teams long ago; it is no measure of importance tonight.',
			'Each line is a group: the value now of what alarms most, the same as on the overview, how many alerts stand for it, and how long the oldest has stood. Pages come first, then the order of the overview. With the whole screen every alert stands there, with what it fired on.',
			'"ack" says that somebody took it. "2nd on-call" says that a page stood for a quarter of an hour and went on to a second person.',
			'‖ SHELVED says what is out of sight, how many alerts that hides, and when it comes back by itself.',
			'Rates and ages alarm early, levels alarm late. Look for the one that is not like the others.',
		],
		lies: 'Alarms are judged by metrics as they arrive, so they are as late as those. An alarm over a metric that is lost keeps its state.',
	},
	dns: {
		shows:
			'The public names of DynamoDB, the records behind them, and the automation that writes those.',
		reading: [
			'The first lines are your own digs: how many addresses each name had, of each kind. ZERO with the status NOERROR is an answer that looks like success.',
			'A zone that was shown has its ROOT, what it could go back to as ROLLBACK, and who holds its lock. ✗ NO TREE means that the record points at something that is gone.',
			'"apply age" is how long an Enactor has carried its plan. Healthy passes end within a minute; an old one writes old plans.',
			'"plan regressed" counts how often an older plan replaced a newer one.',
		],
		lies: 'Digs and zones are as old as they say and do not change until you look again. Names of trees are UUIDs: only `show zone <endpoint> plans` tells which plan each is. Digs work without sign-in; the rest does not.',
	},
	dwfm: {
		shows:
			'The leases between EC2 and its hosts, the queue that renews them, and whether its work is of use.',
		reading: [
			'"head of line" is the age of the work that is reached next. Older than the deadline means that everything expires before its turn, however hard the managers work.',
			'"in time" compares goodput with throughput: work that still helps somebody with all work done. Much throughput and no goodput is a collapse, not a recovery.',
			'A gate lets fewer renewals in at once; a restart empties a queue and loses what is in it.',
			'The worst managers are as `show hosts` last found them: ● WORKING, ► RESTARTS, ✗ CUT OFF from DynamoDB, ✗ STUCK behind its own queue.',
		],
		lies: `${METRICS_LIE} The deadline is known only once \`show hosts\` was asked.`,
	},
	curve: {
		shows: 'The mean droplet manager: the work its broken leases offer, against what it can do.',
		reading: [
			'The rising line is work offered for so many broken leases; the level line is capacity. They cross at B, the tipping point B*.',
			'● is now. Left of B the backlog drains by itself once DynamoDB answers; right of B it grows by itself.',
			'The margin is B* over broken leases. Above 2 is calm, below 1 is past the tipping point.',
			'The probe forks the fleet and lets it run with DynamoDB back: how many managers would still be stuck after 45 minutes, if nobody did anything.',
		],
		lies: 'Both are as old as they say. The curve is a mean: some managers tip earlier. The probe is an instrument that nobody had on the day; some drills withhold it.',
	},
	launches: {
		shows: 'How many instances are asked for, and what becomes of each request.',
		reading: [
			'The bar is all requests, retries included. P was placed, L was refused by a throttle (RequestLimitExceeded), C found no droplet with a lease (InsufficientInstanceCapacity), F failed at the front end.',
			'L is what we refuse on purpose; C and F are what is broken.',
			'"held back" are launches that customers will try again: they come when it works.',
		],
		lies: `${METRICS_LIE} "launches ok" counts a placed instance as a success, whether or not its network ever arrives.`,
	},
	network: {
		shows: 'Network Manager, which tells the network about every instance that comes or goes.',
		reading: [
			'Inflow against capacity speaks an hour before latency does. While inflow is higher, what waits grows; it takes as long to clear as it says.',
			'"without network" are instances that run and cannot be reached: they pass for launched.',
			'The border of use1-az1 carries customers to the Region. Traffic inside the Region does not pass it.',
		],
		lies: METRICS_LIE,
	},
	nlb: {
		shows: 'The load nlb: their health checks, and which zones those have taken out of DNS.',
		reading: [
			'The load of the health checks comes first, then their delay, then flapping targets, then zones that leave. Errors come last.',
			'A zone with ● IN serves; ▲ PART has left some balancers; ✗ OUT has left many, or was drained by hand.',
			'Checks that run late call healthy targets sick. Then automatic failover does the harm, and pausing it helps.',
		],
		lies: `${METRICS_LIE} Zones by name are as old as the last \`show balancers\`.`,
	},
	others: {
		shows: 'The systems that suffer from those above, and the monitoring that shows all of it.',
		reading: [
			'"metrics late by" and "metrics lost" are how far every other panel can be trusted.',
			'Backlogs in seconds are work that is owed: it goes on failing customers after the cause is gone.',
			'"SQS pollers off" does not heal by itself.',
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
		lies: 'People keep the dashboard: a service is listed minutes after it fails and taken off long after it is well. What it waits for is worked out from declared dependencies and late metrics; a service can have a trouble of its own.',
	},
	open: {
		shows:
			'What people put in place, or owe, and must take back; below it the machines that act by themselves.',
		reading: [
			'✗ OWED is a word to customers, ▲ LIMIT holds them back, ‖ PAUSED is a machine that does not act, ● DETOUR and ● ADVICE lead around something, ‖ SHELVED hides alerts.',
			'A limit at 100 % is still a limit. With the screen to itself a pause says what is lost meanwhile.',
			'The header has as many of them as fit, whatever panel is looked at.',
		],
		lies: 'It is a ledger: what was commanded and not taken back, not what is measured. `show throttles` shows that. That a machine runs does not say that it does anything useful.',
	},
	comms: {
		shows: 'What customers were told and promised, who is on the call, and who presses for news.',
		reading: [
			'The promise counts down: ● KEPT, ▲ SOON in its last five minutes, ✗ LATE after it.',
			'An update is a form: scope, impact, action, and when the next one comes. It is a post and a promise in one.',
			'▲ PAGED teams come in 8 to 23 minutes; after ten, `escalate` wakes a second.',
			'People outside the call know what the public knows: failures they feel, what was posted, who has joined. A team on the call knows its own instruments, and says what it takes them for.',
		],
		lies: 'The chat is honest and blind: outsiders tell what is felt, never why. The numbers of a team are so; what it suspects may be wrong.',
	},
	log: {
		shows: 'What the systems write in their logs, newest last, and what is said on the call.',
		reading: [
			'ERR and WARN stand in front of the line. A source that writes too much is cut short and says so.',
			'Filter by a source or a word; with ! everything else.',
		],
		lies: 'Lines are as late as metrics, and none arrive while sign-in fails; what is said on the call needs no tools and comes at once.',
	},
	orders: {
		shows:
			'Every order given, newest first: how long it still takes, what it did, and what a look brought back.',
		reading: [
			'► RUNNING has not taken effect yet, ✔ DONE has, ✗ FAILED came too late, ✗ REFUSED never began and says why.',
		],
		lies: 'DONE says that the order was carried out, not that it helped. What a look brought back was true at that second.',
	},
};

/** Prose about marks, for where none are drawn: the word beside each is enough. */
export function unmarked(text: string): string {
	return text.replaceAll(/[●▲✗○✔►‖] /gu, '');
}
