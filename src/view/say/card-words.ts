import {HARM_PARTS, systemName, tellHarm} from '../../session/index.ts';
import type {CardTold} from './card.types.ts';

/** `re-simulating 2/5`, while there is more to come. */
export function progressWords({coming, soFar}: CardTold): string | null {
	if (!coming) return null;
	if (soFar === null) return 're-simulating your run';
	return `re-simulating ${String(soFar.done)}/${String(soFar.wanted)}`;
}

/** `EC2 launches 353 + Lambda 58 (115 at weight 0.5)`: parts that sum to the total, with their weights. */
export function partWords({result: {harm}}: CardTold): string {
	return tellHarm(harm)
		.parts.map(({id, minutes}) => {
			const weight = HARM_PARTS.find(part => part.id === id)?.weight ?? 1;
			const name = `${systemName(id)} ${String(minutes)}`;
			if (weight === 1) return name;
			const whole = ((harm.parts[id] ?? 0) / weight).toFixed(0);
			return `${name} (${whole} at weight ${weight.toFixed(2).replace(/0$/u, '')})`;
		})
		.join(' + ');
}
