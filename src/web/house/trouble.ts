/** What a browser says when it keeps nothing, as the end of a sentence. */
export function storageTrouble(error: unknown): string {
	const name = error instanceof DOMException ? error.name : '';
	switch (name) {
		case 'QuotaExceededError':
			return 'the room that the browser gives to this page is full';
		case 'SecurityError':
		case 'InvalidStateError':
		case 'UnknownError':
			return 'the browser keeps nothing for this page, as in a private window';
		case 'ConstraintError':
			return 'another tab has gone on with this run';
		default:
			return error instanceof Error ? error.message : String(error);
	}
}
