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

/** A piece of the world as the service counts them, so large that it tells nobody where one looks. */
export type MapSquare = { readonly east: number; readonly north: number };

/** Degrees. */
export const SQUARE_STEP = { lon: 1, lat: 0.5 } as const;

type Seen = {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** The square in the middle of what is seen, degrees; undefined where more is seen than is drawn around a square. */
export function squareOf({ west, south, east, north }: Seen): MapSquare | undefined {
  if (east - west > SQUARE_STEP.lon || north - south > SQUARE_STEP.lat) return undefined;
  return {
    east: Math.floor((west + east) / 2 / SQUARE_STEP.lon),
    north: Math.floor((south + north) / 2 / SQUARE_STEP.lat),
  };
}

/** How far off a drawing may be, finest first, as the service makes them. */
const DRAWING_METRES = [25, 100, 400, 1600] as const;
export type DrawingMetres = (typeof DRAWING_METRES)[number];
export const FINEST_DRAWING = DRAWING_METRES[0];

/** The coarsest drawing that is off by less than an eye can see. */
export function drawingFor(metresOfPixel: number): DrawingMetres {
  return DRAWING_METRES.findLast((metres) => metres <= metresOfPixel) ?? DRAWING_METRES[0];
}
