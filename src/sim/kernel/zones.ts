/** Availability zones of the Region, by the ids that are the same in every account. */
export const ZONES = [
	'use1-az1',
	'use1-az2',
	'use1-az3',
	'use1-az4',
	'use1-az5',
	'use1-az6',
] as const;
export type Zone = (typeof ZONES)[number];
