import {useEffect} from 'react';
import {FRAMES_A_SECOND} from '../play/stage/index.ts';

/** Calls back with the real seconds since the last call. Whoever is called decides how much they count. */
export function usePacer(onFrame: (seconds: number) => void): void {
	useEffect(() => {
		let last = performance.now();
		const timer = setInterval(() => {
			const now = performance.now();
			onFrame((now - last) / 1000);
			last = now;
		}, 1000 / FRAMES_A_SECOND);
		return () => {
			clearInterval(timer);
		};
	}, [onFrame]);
}
