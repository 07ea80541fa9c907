/** How people whose judgement counts ranked what could be done where a level asks for a decision. */
export type ExpertPanel = {
	readonly experts: readonly {
		readonly name: string;
		readonly ranks: readonly {
			readonly decision: string;
			/** Options in their words, best first; what is not among them comes after, all alike. */
			readonly order: readonly string[];
			readonly why: string;
		}[];
	}[];
};
