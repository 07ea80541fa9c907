/** Who one is in a room, as this tab keeps it: another tab is somebody else. */
export type Place = {
	readonly name: string;
	readonly seat: string | null;
	readonly watch: boolean;
	readonly token: string | null;
};

const keyOf = (code: string) => `outage-oncall room ${code}`;

/** Undefined where nothing is kept, or nothing that we wrote. */
export function keptPlace(code: string): Place | undefined {
	try {
		const kept = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? 'null') as Partial<Place> | null;
		const {name, seat = null, watch = false, token = null} = kept ?? {};
		return typeof name === 'string' ? {name, seat, watch, token} : undefined;
	} catch {
		return undefined;
	}
}

export function keepPlace(code: string, place: Place): void {
	try {
		sessionStorage.setItem(keyOf(code), JSON.stringify(place));
	} catch {
		// Then a tab that is loaded again comes back by its name.
	}
}

export function forgetPlace(code: string): void {
	try {
		sessionStorage.removeItem(keyOf(code));
	} catch {
		// It was never kept.
	}
}
