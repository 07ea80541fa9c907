import type {ChatRole} from './observation.types.ts';
import type {PublicSurface} from './public-surface.ts';

/** Something one person says for one reason. It sees the public surface only, so it cannot give anything away. */
export type Remark = {
	readonly from: string;
	readonly role: ChatRole;
	/** Whether there is reason to say it. */
	readonly when: (surface: PublicSurface) => boolean;
	/** How long the reason must stand before they speak, and before they speak again. */
	readonly afterSeconds: number;
	readonly againSeconds: number;
	/** Said in turn; `{impacted}` and `{minutes}` since the last post are filled in. */
	readonly words: readonly string[];
};

/** Share of failing requests that customers telephone about. */
const FELT = 0.1;
const MINUTE = 60;

const fails = (s: PublicSurface) =>
	s.dynamodb > FELT || s.launches > FELT || s.nlb > FELT || s.lambda > FELT;
const isSilent = (s: PublicSurface, minutes: number) =>
	s.postedAt === null || s.now - s.postedAt > minutes * MINUTE;

/** A promised word has not come, and none has since. */
const isOverdue = (s: PublicSurface) => s.promisedAt === null && fails(s) && isSilent(s, 10);

const TAM = {from: 'Priya, account manager of a bank', role: 'account-manager'} as const;
const TAM_2 = {from: 'Tom, account manager of an airline', role: 'account-manager'} as const;
const VP = {from: 'Marta, vice president', role: 'executive'} as const;
const SUPPORT = {from: 'Jun, support lead', role: 'support'} as const;
const DESK = {from: 'Lena, status desk', role: 'status-desk'} as const;
const STREAMS = {from: 'Ravi, on call for Kinesis', role: 'neighbour'} as const;
const EDGE = {from: 'Sofia, on call for the edge', role: 'neighbour'} as const;

/** The most pressing first: when several have reason to speak, the first of them does. */
export const REMARKS: readonly Remark[] = [
	{
		...VP,
		when: s => s.promisesBroken === 1 && isOverdue(s),
		afterSeconds: MINUTE,
		againSeconds: 30 * MINUTE,
		words: [
			'The time you gave for the next update has passed. Customers read the dashboard to the minute; so do I.',
		],
	},
	{
		...VP,
		when: s => s.promisesBroken > 1 && isOverdue(s),
		afterSeconds: MINUTE,
		againSeconds: 30 * MINUTE,
		words: [
			'Another promised update that did not come. Say little, but say it when you said you would.',
			'The time you gave for the next update has passed, and not for the first time.',
		],
	},
	{
		...DESK,
		when: s => s.promisedAt !== null && s.promisedAt - s.now < 5 * MINUTE,
		afterSeconds: 0,
		againSeconds: 15 * MINUTE,
		words: ['The promised update is due in less than five minutes. What may we say?'],
	},
	{
		...VP,
		when: s => s.action === 'resolved' && fails(s),
		afterSeconds: 3 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: ['The dashboard says resolved, and my customers say it is not. Which is it?'],
	},
	{
		...TAM,
		when: s => s.postedAt === null && s.impacted === 0 && s.dynamodb > 0.3,
		afterSeconds: 8 * MINUTE,
		againSeconds: 12 * MINUTE,
		words: [
			'Half of my bank cannot write to its tables and the dashboard is green. What do I tell them?',
			'Still nothing on the dashboard. They ask whether it is theirs or ours. Can I at least say it is ours?',
		],
	},
	{
		...VP,
		when: s => s.severity === 'none' && fails(s),
		afterSeconds: 12 * MINUTE,
		againSeconds: 25 * MINUTE,
		words: [
			'I hear of failures from three directions and nobody has declared anything. How bad is this?',
			'Still no severity. Who leads this call?',
		],
	},
	{
		...SUPPORT,
		when: s => s.support > FELT,
		afterSeconds: 6 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: [
			'Customers are turned away when they open a case. They tell us by telephone, those who have the number.',
			'The case queue is quiet because nobody gets in. Do not read it as good news.',
		],
	},
	{
		...EDGE,
		when: s => s.packetLoss > 0.02,
		afterSeconds: 7 * MINUTE,
		againSeconds: 120 * MINUTE,
		words: ['We see packets lost at the border of use1-az1. Since about the same minute, I think?'],
	},
	{
		...STREAMS,
		when: s => s.dynamodb > 0.3,
		afterSeconds: 10 * MINUTE,
		againSeconds: 45 * MINUTE,
		words: [
			'Our shards lose their metadata table. Is that us or you? We stop our deployments meanwhile.',
			'We still cannot read our table. Hosts that have not restarted hold out; new ones cannot start.',
		],
	},
	{
		...TAM_2,
		when: s => s.launches > 0.3 && s.dynamodb < FELT,
		afterSeconds: 15 * MINUTE,
		againSeconds: 50 * MINUTE,
		words: [
			'My airline’s fleet cannot grow: capacity errors, whichever zone they ask for. Is that known?',
			'They ask whether to launch in another Region or to wait. Is there an hour I may name?',
		],
	},
	{
		...TAM,
		when: s => s.nlb > 0.05 && s.dynamodb < FELT,
		afterSeconds: 10 * MINUTE,
		againSeconds: 45 * MINUTE,
		words: [
			'Connections through their load balancers fail, come back, and fail. Nothing changed on their side.',
			'It comes in waves, they say: a zone drops out and returns minutes later.',
		],
	},
	{
		...SUPPORT,
		when: s => s.connect > FELT,
		afterSeconds: 10 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: ['Call centres on Connect hear busy tones. Their customers call us instead.'],
	},
	{
		...TAM_2,
		when: s => s.signIn > 0.3,
		afterSeconds: 8 * MINUTE,
		againSeconds: 60 * MINUTE,
		words: [
			'Their people cannot sign in to look at anything. They ask whether their data is safe.',
		],
	},
	{
		...VP,
		when: s => s.impacted >= 20 && s.teamsPresent === 0,
		afterSeconds: 5 * MINUTE,
		againSeconds: 30 * MINUTE,
		words: [
			'{impacted} services on the dashboard, and I see no service team on the call. Who is on it?',
		],
	},
	{
		...DESK,
		when: s => s.postedAt !== null && s.promisedAt === null && fails(s) && isSilent(s, 20),
		afterSeconds: 0,
		againSeconds: 25 * MINUTE,
		words: [
			'{minutes} minutes since the last post, and no time promised. A form with nothing new is still an update.',
			'{minutes} minutes of silence. What is impacted, what do we do, when do we speak again: three words and a number.',
		],
	},
	{
		...TAM,
		when: s => s.scope === 'none' && fails(s),
		afterSeconds: 2 * MINUTE,
		againSeconds: 40 * MINUTE,
		words: ['Our update says nothing is impacted. I cannot read that to a bank that cannot pay.'],
	},
	{
		...TAM_2,
		when: s => s.resolved > 0 && s.impacted === 0 && !fails(s),
		afterSeconds: 10 * MINUTE,
		againSeconds: 600 * MINUTE,
		words: ['My airline flies again. They ask for the reason, and whether it can happen tomorrow.'],
	},
	{
		...VP,
		when: s => s.impacted >= 60 && fails(s),
		afterSeconds: 20 * MINUTE,
		againSeconds: 70 * MINUTE,
		words: [
			'{impacted} services. Press is calling. I need one sentence: what is broken, and is the end in sight?',
			'{impacted} services still. Is it getting better or worse? I do not need the mechanism.',
			'I keep people away from your call. In return, an update when you promised one.',
		],
	},
];
