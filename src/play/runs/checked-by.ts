import type {Journal, Refused} from '../../session/index.ts';
import type {Brief} from './debrief-protocol.ts';
import type {Crew} from './debriefing.ts';

/** Lives a journal again in a thread of its own; why nothing is to be told of it, or null. Rejects on a fault of ours. */
export async function checkedBy(
	{hire}: Crew,
	brief: Brief,
	asked: {readonly journal: Journal; readonly game: string},
): Promise<Refused | null> {
	const thread = hire(brief);
	try {
		return await new Promise((resolve, reject) => {
			thread.listen(message => {
				if (message.type === 'checked') resolve(message.refused);
			}, reject);
			thread.post({type: 'check', ...asked});
		});
	} finally {
		thread.stop();
	}
}
