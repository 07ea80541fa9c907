import type {PublicSurface} from '../public-surface.ts';

/** Who writes from outside the call, and what they have in common: how they tell that something fails. */

export const TAM = {from: 'Priya, account manager of a bank', role: 'account-manager'} as const;
export const TAM_2 = {from: 'Tom, account manager of an airline', role: 'account-manager'} as const;
export const VP = {from: 'Marta, vice president', role: 'executive'} as const;
export const SUPPORT = {from: 'Jun, support lead', role: 'support'} as const;
export const DESK = {from: 'Lena, status desk', role: 'status-desk'} as const;
export const STREAMS = {from: 'Ravi, on call for Kinesis', role: 'neighbour'} as const;
export const EDGE = {from: 'Sofia, on call for the edge', role: 'neighbour'} as const;

/** Share of failing requests that customers telephone about. */
export const FELT = 0.1;
export const MINUTE = 60;

export const fails = (s: PublicSurface) =>
	s.dynamodb > FELT || s.launches > FELT || s.nlb > FELT || s.lambda > FELT;

export const isSilent = (s: PublicSurface, minutes: number) =>
	s.postedAt === null || s.now - s.postedAt > minutes * MINUTE;

/** Whether no word has followed the promise that was missed then, nor another promise. */
export const isLate = (s: PublicSurface, missedAt: number) =>
	s.promisedAt === null && (s.calledAt === null || s.calledAt < missedAt);

/** What a missed promise is called where somebody answers to it. */
export const MISSED = 'missed promise';
