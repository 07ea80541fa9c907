import {ANSWERS} from './answers.ts';
import {
	DESK,
	EDGE,
	fails,
	FELT,
	isLate,
	isSilent,
	MINUTE,
	STREAMS,
	SUPPORT,
	TAM,
	TAM_2,
	MISSED,
	VP,
} from './people.ts';
import type {Remark} from './remark.types.ts';

/** Who asks and who presses: the most pressing first. When several have reason to speak, the first of them does. */
const ASKED: readonly Remark[] = [
	{
		...VP,
		to: MISSED,
		when: isLate,
		afterSeconds: MINUTE,
		againSeconds: 8 * MINUTE,
		words: [
			'You promised an update for {late}, and it is {clock}. Customers read the dashboard to the minute; so do I.',
			'The update for {late} did not come. Say little, but say it when you said you would.',
			'I told customers to wait until {late}. What do I tell them now?',
			'{late} has passed without a word. Promise less if you must, and keep it.',
			'The {late} update is missing. I would rather read that nothing is new than read nothing.',
			'Nothing came at {late}. Whoever promises the next one sets an alarm for it, please.',
			'It is {clock}, the update was for {late}, and I have stopped counting. Customers have not.',
		],
	},
	{
		...DESK,
		when: s => s.promisedAt !== null && s.promisedAt - s.now < 5 * MINUTE,
		afterSeconds: 0,
		againSeconds: 15 * MINUTE,
		words: [
			'The next update is due at {next}. What may we say?',
			'Less than five minutes to {next}. If nothing is new, say that nothing is new.',
			'The form for {next} is open on my screen. Same scope as before?',
			'{next} is close: what is impacted, what we are doing, when they hear from us again.',
			'One line for {next}, please, and the time of the one after it.',
			'I will publish at {next} whatever you give me by then.',
		],
	},
	{
		...DESK,
		to: MISSED,
		when: (s, askedAt) => isLate(s, askedAt) && s.now - askedAt > 6 * MINUTE,
		afterSeconds: 0,
		againSeconds: 20 * MINUTE,
		words: [
			'The {late} update is late. I can publish within a minute; the words have to come from you.',
			'Customers ask where the {late} update is. Shall I write that you need more time?',
			'Nothing to publish since {late}. Even “no change” would do.',
		],
	},
	{
		...VP,
		id: 'which',
		when: s => s.action === 'resolved' && fails(s),
		afterSeconds: 3 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: [
			'The dashboard says resolved, and my customers say it is not. Which is it?',
			'The dashboard still says resolved. What customers send me are errors.',
		],
	},
	{
		...TAM,
		id: 'green',
		when: s => s.postedAt === null && s.impacted === 0 && s.dynamodb > 0.3,
		afterSeconds: 8 * MINUTE,
		againSeconds: 12 * MINUTE,
		words: [
			'Most of what my bank writes to its tables is failing, and the dashboard is green. What do I tell them?',
			'Still nothing on the dashboard. They ask whether it is theirs or ours. Can I at least say it is ours?',
			'Third time I look, and the dashboard is green. They are searching for a mistake of their own.',
		],
	},
	{
		...VP,
		id: 'severity',
		when: s => s.severity === 'none' && fails(s),
		afterSeconds: 12 * MINUTE,
		againSeconds: 25 * MINUTE,
		words: [
			'I am hearing of failures from three directions and nobody has declared anything. How bad is this?',
			'Still no severity. Who is leading this call?',
			'With no severity declared I cannot free anybody up for you. Declare one, and correct it later.',
		],
	},
	{
		...TAM,
		id: 'nothing-impacted',
		when: s => s.scope === 'none' && fails(s),
		afterSeconds: 2 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: ['Our update says nothing is impacted. I cannot read that to a bank that cannot pay.'],
	},
	{
		...TAM,
		when: s =>
			s.impact === 'slow' &&
			(s.scope === 'dynamodb' || s.scope === 'many-services') &&
			s.dynamodb > 0.5,
		afterSeconds: 3 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: ['The update says slow. My bank would call it down: most of its requests fail.'],
	},
	{
		...TAM_2,
		id: 'wrong-scope',
		when: s => s.scope === 'dynamodb' && s.dynamodb < FELT && s.launches > 0.3,
		afterSeconds: 15 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: ['The last update is about DynamoDB. What is failing for my airline is launches.'],
	},
	{
		...SUPPORT,
		id: 'locked-out',
		when: s => s.support > FELT,
		afterSeconds: 6 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: [
			'Customers are turned away when they open a case. They tell us by phone, those who have the number.',
			'The case queue is quiet because nobody can get in. Do not read it as good news.',
		],
	},
	{
		...EDGE,
		id: 'loss',
		when: s => s.packetLoss > 0.02,
		afterSeconds: 7 * MINUTE,
		againSeconds: 120 * MINUTE,
		words: ['We are seeing packet loss at the border of use1-az1. Does the network team know?'],
	},
	{
		...STREAMS,
		id: 'us-or-you',
		when: s => s.dynamodb > 0.3,
		afterSeconds: 10 * MINUTE,
		againSeconds: 45 * MINUTE,
		words: [
			'Our shards are losing their metadata table. Is that us or you? We have stopped our deployments meanwhile.',
			'We still cannot read our table. Hosts that have not restarted are holding out; new ones cannot start.',
		],
	},
	{
		...TAM_2,
		id: 'launches',
		when: s => s.launches > 0.3 && s.dynamodb < FELT,
		afterSeconds: 15 * MINUTE,
		againSeconds: 50 * MINUTE,
		words: [
			'My airline’s fleet cannot grow: its launches are failing, whichever zone they ask for. Is that known?',
			'They ask whether to launch in another Region or to wait. Is there a time I can give them?',
			'The fleet is as small as it was last night, and they run on what they have.',
		],
	},
	{
		...TAM,
		id: 'waves',
		when: s => s.nlb > 0.05 && s.dynamodb < FELT,
		afterSeconds: 10 * MINUTE,
		againSeconds: 45 * MINUTE,
		words: [
			'Connections through their load balancers fail, come back, and fail. Nothing changed on their side. Did something on ours?',
			'It comes in waves, they say: a zone drops out and returns minutes later.',
		],
	},
	{
		...TAM_2,
		when: s => s.lambda > FELT && s.dynamodb < FELT,
		afterSeconds: 20 * MINUTE,
		againSeconds: 70 * MINUTE,
		words: [
			'Check-in at my airline runs on Lambda, and some of its calls are failing.',
			'Lambda still fails some of their calls. Is that the same problem as before?',
		],
	},
	{
		...DESK,
		when: s => s.resolved >= 5 && s.impacted >= 1 && fails(s),
		afterSeconds: 15 * MINUTE,
		againSeconds: 150 * MINUTE,
		words: [
			'The dashboard counts {resolved} services as resolved. May I write that recovery is under way?',
			'We stand at {resolved} resolved and {impacted} impacted. Which of the two do customers read first?',
		],
	},
	{
		...SUPPORT,
		when: s => s.impacted >= 20 && fails(s),
		afterSeconds: 200 * MINUTE,
		againSeconds: 240 * MINUTE,
		words: [
			'My second shift is taking over. Is there a summary that they can read before they pick up?',
			'We are answering every case with the dashboard’s own words. New ones would help.',
		],
	},
	{
		...SUPPORT,
		when: s => s.connect > FELT,
		afterSeconds: 10 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: ['Call centres on Connect hear busy tones. Their customers are calling us instead.'],
	},
	{
		...TAM_2,
		id: 'data',
		when: s => s.signIn > 0.3,
		afterSeconds: 8 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: [
			'Their people cannot sign in to look at anything. They ask whether it is only the sign-in that fails. Is it?',
		],
	},
	{
		...VP,
		id: 'who',
		when: s => s.impacted >= 20 && s.teamsPresent === 0,
		afterSeconds: 5 * MINUTE,
		againSeconds: 30 * MINUTE,
		words: [
			'{impacted} services on the dashboard, and I see no service team on the call. Who is on it?',
			'I read {impacted} services now, and the call has no service team. Page somebody.',
		],
	},
	{
		...VP,
		when: s => s.severity === 'sev-3' && s.impacted >= 10 && fails(s),
		afterSeconds: 5 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: [
			'Sev-3, with {impacted} services on the dashboard? Tell me if I misread one of the two.',
		],
	},
	{
		...DESK,
		when: s => s.postedAt !== null && s.promisedAt === null && fails(s) && isSilent(s, 20),
		afterSeconds: 0,
		againSeconds: 25 * MINUTE,
		words: [
			'{minutes} minutes since the last post, and no time promised. A form with nothing new is still an update.',
			'What is impacted, what are we doing, when do they hear from us again: three words and a number would end {minutes} minutes of silence.',
			'The last post is {minutes} minutes old. Customers reload the page, and I watch them do it.',
			'Still no time for a next update. May I write “within the hour”?',
			'The page has not moved for {minutes} minutes, and customers take that for an answer.',
			'I am asked for news every minute, and what I have is {minutes} minutes old.',
			'Nobody has said when we post again. A time alone would be an update.',
			'Other Regions’ customers ask as well. One line would do for all of them.',
		],
	},
	{
		...VP,
		id: 'sentence',
		when: s => s.impacted >= 60 && fails(s),
		afterSeconds: 20 * MINUTE,
		againSeconds: 70 * MINUTE,
		words: [
			'{impacted} services. Press is calling. I need one sentence: what is broken, and is the end in sight?',
			'{impacted} services still. Is it getting better or worse? I do not need the mechanism.',
			'I count {impacted} services and am keeping people off your call.',
			'The board asks me for a time, and I have told them that there is none. Is that still so?',
		],
	},
	{
		...TAM_2,
		when: s => s.resolved > 0 && s.impacted === 0 && !fails(s),
		afterSeconds: 10 * MINUTE,
		againSeconds: 600 * MINUTE,
		words: [
			'My airline is flying again. They ask what it was, and whether it can happen tomorrow.',
		],
	},
];

/** Answers come between what presses and what can wait: nobody thanks while a promise is late. */
const PRESSING = 3;
export const REMARKS: readonly Remark[] = [
	...ASKED.slice(0, PRESSING),
	...ANSWERS,
	...ASKED.slice(PRESSING),
];
