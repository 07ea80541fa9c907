import type {Session} from './session.types.ts';

/** The furthest that one `n` runs, in simulated seconds. */
export const NEXT_SECONDS_MAX = 1_800;

/**
 * Lives second by second and stops in the very second that brings news, so that `n`, `next` and a program
 * that asks for the next event all give the same journal.
 */
export function advanceToNews(session: Session, until: number): 'news' | 'until' | 'ended' {
	const before = session.news;
	for (;;) {
		if (session.ended) return 'ended';
		if (session.news > before) return 'news';
		if (session.now >= until) return 'until';
		const {now} = session;
		session.advance(1);
		if (session.now === now) return 'news';
	}
}
