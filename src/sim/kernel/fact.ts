/** What a system writes in its own log as it happens. Observers read it later, or never. */
export type Fact = {
	/** Who says it, as an operator would know it: `enactor-2`, `dwfm`, `nlb-health`. */
	readonly source: string;
	readonly level: 'info' | 'warn' | 'error';
	/** A stable kebab-case name for tests and alert rules: `install-failed`. */
	readonly kind: string;
	readonly text: string;
};
