/** What becomes of a run that is left now. */
export function keptWords(isKept: boolean): string {
	return isKept ? 'The run is saved.' : 'Its last lines are not saved.';
}
