import type {Money} from '../sim/index.ts';

/** What a run would have cost, in one sentence; empty where it is not worth one. */
export function tellMoney({creditsDue, creditsClaimed, customersLosses}: Money): string {
	if (customersLosses < WORTH_SAYING) return '';
	return (
		`In money, as the model card assumes: ${dollars(customersLosses)} lost by customers, and ` +
		`${dollars(creditsDue)} of service credits due, of which ${dollars(creditsClaimed)} would be claimed.`
	);
}

const WORTH_SAYING = 1e6;

/** Two digits: more would claim more than is known. */
function dollars(amount: number): string {
	const millions = amount / 1e6;
	if (millions >= 1000) return `$${(millions / 1000).toFixed(1)} billion`;
	if (millions >= 100) return `$${String(10 * Math.round(millions / 10))} million`;
	return `$${millions.toFixed(millions < 10 && millions > 0 ? 1 : 0)} million`;
}
