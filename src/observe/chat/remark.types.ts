import type {ChatRole} from '../observation.types.ts';
import type {PublicSurface} from '../public-surface.ts';

/** Something one person says for one reason. It sees the public surface only, so it cannot give anything away. */
export type Remark = {
	/** Named where somebody answers it. */
	readonly id?: string;
	/** What it answers: said once for each time that this was said. */
	readonly to?: string;
	readonly from: string;
	readonly role: ChatRole;
	/** Whether there is reason to say it; of an answer, with when it was asked. */
	readonly when: (surface: PublicSurface, askedAt: number) => boolean;
	/** How long the reason must stand before they speak, and before they speak again. */
	readonly afterSeconds: number;
	readonly againSeconds: number;
	/** Said in turn, each once in a run; `fill.ts` names the blanks. */
	readonly words: readonly string[];
};
