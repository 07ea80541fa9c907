import type {DynamoDbParameters} from './dynamodb.parameters.ts';
import type {DynamoDb, DynamoDbInputs, Retries} from './dynamodb.types.ts';

/** A client counts as cut off above this share of all. */
const SOMEBODY = 0.01;

/** Shares of all clients that came back in this second and that are connected, and of the front end that serves. */
type Reached = {
	readonly returned: number;
	readonly connected: number;
	readonly capacity: number;
};

/**
 * What is asked of the front end, over what it can serve: the usual requests of whoever is connected, what
 * those that are back had kept for later, and the retries of both. Clients with a budget add a tenth at
 * most; those without add every attempt they have, and it is they who can keep an overload going.
 */
export function loadOf(
	retries: Retries,
	{returned, connected, capacity}: Reached,
	inputs: DynamoDbInputs,
	parameters: DynamoDbParameters,
): number {
	keepWork(retries, returned, 1 - connected, inputs, parameters);
	const {heededShare, failingShare, owedSeconds} = retries;
	const {budgetlessShare, budgetlessShareAdvised, retryBudget, catchUpSeconds} = parameters;
	const budgetless = budgetlessShare + heededShare * (budgetlessShareAdvised - budgetlessShare);
	const again =
		budgetless * triesBeyondFirst(failingShare, parameters.attempts) +
		(1 - budgetless) * Math.min(retryBudget, failingShare);
	const asked = (connected + owedSeconds / catchUpSeconds) * (1 + again);
	return (asked * parameters.utilisation) / capacity;
}

/**
 * Share of requests that the front end does not serve, which is none unless it is overloaded; notes what clients
 * find out of it.
 */
export function refusedShare(
	{frontEnd, retries}: DynamoDb,
	load: number,
	parameters: DynamoDbParameters,
): number {
	const {wasteShare, passShareMin, overloadSeconds, catchUpSeconds, keepSecondsAdvised} =
		parameters;
	const useful = Math.max(passShareMin, 1 - wasteShare * (load - 1));
	const refused = frontEnd.value === 'overloaded' ? Math.max(0, 1 - useful / load) : 0;
	retries.failingShare += (refused - retries.failingShare) / overloadSeconds;
	// What is served is done, and what has waited too long is dropped.
	const gone = (1 - refused) / catchUpSeconds + 1 / keepSecondsAdvised;
	retries.owedSeconds = Math.max(0, retries.owedSeconds * (1 - gone));
	return refused;
}

function keepWork(
	retries: Retries,
	returnedShare: number,
	cutShare: number,
	{retryAdvised}: DynamoDbInputs,
	parameters: DynamoDbParameters,
): void {
	const {keepSeconds, keepSecondsAdvised, adviceSeconds} = parameters;
	retries.heededShare += ((retryAdvised ? 1 : 0) - retries.heededShare) / adviceSeconds;
	const most = keepSeconds + retries.heededShare * (keepSecondsAdvised - keepSeconds);
	retries.owedSeconds += returnedShare * retries.keptSeconds;
	retries.keptSeconds = cutShare > SOMEBODY ? Math.min(most, retries.keptSeconds + 1) : 0;
}

/** Attempts after the first that a request of a client without a budget makes, on average. */
function triesBeyondFirst(failingShare: number, attempts: number): number {
	let sum = 0;
	let tried = 1;
	for (let attempt = 1; attempt < Math.round(attempts); attempt++) {
		tried *= failingShare;
		sum += tried;
	}
	return sum;
}
