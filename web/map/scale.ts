/** A length in round figures, and how long it is drawn. */
export type ScaleLength = { readonly label: string; readonly pixels: number };

/** The longest round lengths in kilometres and in miles that fit. */
export function scaleLengths(
  metresToPixel: number,
  mostPixels: number,
): readonly [kilometres: ScaleLength, miles: ScaleLength] {
  return [
    lengthIn({ unit: 'km', metres: 1000 }, metresToPixel, mostPixels),
    lengthIn({ unit: 'miles', metres: 1609.344 }, metresToPixel, mostPixels),
  ];
}

type Unit = { readonly unit: string; readonly metres: number };

function lengthIn({ unit, metres }: Unit, metresToPixel: number, most: number): ScaleLength {
  const longest = (most * metresToPixel) / metres;
  const power = 10 ** Math.floor(Math.log10(longest));
  const round = ([5, 2, 1].find((times) => times * power <= longest) ?? 1) * power;
  const figure = String(Number(round.toPrecision(1)));
  return {
    label: `${figure} ${round === 1 && unit === 'miles' ? 'mile' : unit}`,
    pixels: (round * metres) / metresToPixel,
  };
}

/** Of Web Mercator, which grows towards the poles. */
const ROUND_THE_EQUATOR = 40_075_016.686;

export function metresToPixel(lat: number, scale: number): number {
  return (ROUND_THE_EQUATOR * Math.cos((lat * Math.PI) / 180)) / scale;
}

/** How far off a drawing may be, finest first, as the service makes them. */
const DRAWING_METRES = [25, 100, 400, 1600] as const;
export type DrawingMetres = (typeof DRAWING_METRES)[number];

/** The coarsest drawing that is off by less than an eye can see. */
export function drawingFor(metresOfPixel: number): DrawingMetres {
  return DRAWING_METRES.findLast((metres) => metres <= metresOfPixel) ?? DRAWING_METRES[0];
}
