// Stands in for packages that the bundle never reaches.
export default {};

export class Ajv2020 {
	constructor() {
		throw new Error('No validator is bundled: nobody is given a schema.');
	}
}
