import type {PlannedOrder, Session} from '../../src/session/index.ts';

/** The same run, in which somebody gives these orders in their second, whoever lets time run. */
export function givenInTheirSecond(
	session: Session,
	by: string,
	orders: readonly PlannedOrder[],
): Session {
	const left = [...orders];
	const advance = (seconds: number) => {
		for (let lived = 0; lived < seconds && !session.ended; lived++) {
			while ((left[0]?.at ?? Infinity) <= session.now + 1) {
				session.attempt(by, left.shift()?.words ?? '');
			}
			session.advance(1);
		}
	};
	return Object.create(session, {advance: {value: advance}}) as Session;
}
