/** The share of customers who wait in an M/M/c queue with `load` = arrival rate / service rate (Erlang 1917). */
export function erlangC(servers: number, load: number): number {
	let term = 1;
	let sum = 1;
	for (let n = 1; n < servers; n++) {
		term *= load / n;
		sum += term;
	}
	const last = ((term * load) / servers) * (servers / (servers - load));
	return last / (sum + last);
}

/** The mean wait before service, in the unit of `meanService`. */
export function meanWait(servers: number, load: number, meanService: number): number {
	return (erlangC(servers, load) * meanService) / (servers - load);
}
