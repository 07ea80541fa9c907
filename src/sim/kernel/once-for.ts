/**
 * Work done once for each key and remembered while the key lives: what follows from a run's conditions,
 * which are one object for the whole of it, need not be worked out every second.
 */
export function onceFor<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
	const known = new WeakMap<Key, Value>();
	return key => {
		let value = known.get(key);
		if (value === undefined) known.set(key, (value = work(key)));
		return value;
	};
}
