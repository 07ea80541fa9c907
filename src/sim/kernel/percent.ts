/** `42 %`, with so many digits after the point: the same on every machine. */
export function percent(share: number, digits = 0): string {
	return `${(share * 100).toFixed(digits)} %`;
}
