import { describe, readJson } from '../fields.ts';
import { InputFault } from '../input-fault.ts';
import { firstPosition, inDegrees, readSystem, type System } from './system.ts';
import { isTopology, topologyFeatures } from './topojson.ts';

/** A file of features. `object` names the one to read where a TopoJSON file holds several. */
export type FeatureFile = { readonly file: string; readonly object: string | null };

/** A feature as its file has it, but for its positions: those are in degrees. */
export type RawFeature = {
  readonly type?: unknown;
  readonly properties?: unknown;
  readonly geometry?: unknown;
};

export type RawFeatures = {
  readonly features: readonly RawFeature[];
  /** What the positions of the file were in. */
  readonly system: System;
};

type Json = Readonly<Record<string, unknown>>;

/** The features of a GeoJSON or TopoJSON file, in WGS84 or on the British National Grid. */
export function readRawFeatures({ file, object }: FeatureFile): RawFeatures {
  const value = readJson(file);
  const found = isTopology(value)
    ? topologyFeatures(value, object, file)
    : collectionFeatures(value, file);
  const features = found.map((feature) => (feature ?? {}) as RawFeature);
  const { crs } = value as Json;
  const system = readSystem(crs, firstPosition(features), file);
  return {
    system,
    features:
      system.grid === 'british'
        ? features.map((feature, at) => ({
            ...feature,
            geometry: inDegrees(feature.geometry, `${file}, feature ${at + 1}`),
          }))
        : features,
  };
}

function collectionFeatures(value: unknown, file: string): readonly unknown[] {
  const { type, features } = (value ?? {}) as Json;
  if (type !== 'FeatureCollection')
    throw new InputFault(
      `${file}: wanted a GeoJSON FeatureCollection or TopoJSON, found ${type === undefined ? describe(value) : `type ${describe(type)}`}`,
    );
  if (!Array.isArray(features) || features.length === 0)
    throw new InputFault(`${file}: wanted features, found ${describe(features)}`);
  return features as readonly unknown[];
}
