import { useEffect, useEffectEvent, useState } from 'react';

/**
 * How far along the answers a person is: 0 is the form. Kept in the browser's history as a number alone, so that
 * Back works and nothing typed is remembered anywhere. `moved` is told of each Back and Forward.
 */
export function useSteps(
  moved: () => void,
): readonly [step: number, goToStep: (step: number) => void] {
  const [step, setStep] = useState(0);
  const follow = useEffectEvent((event: PopStateEvent) => {
    setStep(stepIn(event.state));
    moved();
  });
  useEffect(() => {
    // A page loaded again remembers no answers, whatever step its history names.
    window.history.replaceState(null, '');
    const listen = (event: PopStateEvent): void => {
      follow(event);
    };
    window.addEventListener('popstate', listen);
    return () => {
      window.removeEventListener('popstate', listen);
    };
  }, []);
  const goToStep = (next: number): void => {
    window.history.pushState({ step: next }, '');
    setStep(next);
  };
  return [step, goToStep];
}

function stepIn(state: unknown): number {
  if (typeof state !== 'object' || state === null || !('step' in state)) return 0;
  return typeof state.step === 'number' ? state.step : 0;
}
