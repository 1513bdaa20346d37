import type { LocalDate } from '../../server/domain/calendar.ts';
import { londonDate } from '../../server/domain/london-time.ts';
import type { Fields } from '../fields.ts';
import { fitting } from '../pattern.ts';
import { askFields } from './ask-json.ts';
import type { Download } from './download.ts';
import { type Edition, editionOf, newestOf } from './edition.ts';
import type { Means } from './means.ts';
import { MOVED, Trouble } from './trouble.ts';

/** Where the ONS keeps its files and layers. */
const SEARCH = 'https://hub.arcgis.com/api/search/v1/collections/all/items';
const ITEMS = 'https://www.arcgis.com/sharing/rest/content/items';
const SERVICES = 'https://services1.arcgis.com/ESMARspQHYMw9BZ9/arcgis/rest/services';

/** A download of which we know where it is. */
export type Found = {
  readonly download: Download;
  readonly address: string;
  /** The publisher's name of the edition; null for a plain address. */
  readonly title: string | null;
  readonly edition: Edition | null;
};

/** Finds out where downloads are to be had today. Lists of what there is are asked for once. */
export function finder(means: Means): (download: Download) => Promise<Found> {
  const lists = new Map<string, Promise<Fields>>();
  const list: List = (address) => {
    const asked = lists.get(address) ?? askFields(address, means);
    lists.set(address, asked);
    return asked;
  };
  const today = londonDate(means.now().getTime());
  return async (download) => {
    const { from } = download;
    switch (from.kind) {
      case 'url':
        return { download, address: from.url, title: null, edition: null };
      case 'item':
        return found(download, await newestItem(from.product, list, today));
      case 'layer':
        return found(download, await newestLayer(from.patterns, list, today));
    }
  };
}

type List = (address: string) => Promise<Fields>;

type Named = { readonly name: string; readonly address: string };

function found(download: Download, { name, address }: Named): Found {
  return { download, address, title: name, edition: editionOf(name) ?? null };
}

/** The search is for words, so guides and other products come with it: the tag and the type tell which are the files. */
async function newestItem(product: string, list: List, today: LocalDate): Promise<Named> {
  const query = new URLSearchParams({ q: product, sortBy: '-properties.created', limit: '50' });
  const answer = await list(`${SEARCH}?${query}`);
  const items = answer.list('features').flatMap((feature) => itemOf(feature, product));
  const newest = newestOf(items, today);
  if (newest) return newest;
  throw nothing(SEARCH, `no files of ${product} among ${answer.list('features').length} items`);
}

function itemOf(feature: Fields, product: string): Named[] {
  const properties = feature.part('properties');
  if (properties.optionalText('type') !== 'CSV Collection') return [];
  if (!properties.has('tags') || !properties.texts('tags').includes(product)) return [];
  const id = feature.text('id');
  if (!/^[\da-f]{32}$/.test(id)) throw feature.fault('id', '32 hexadecimal digits', id);
  return [{ name: properties.text('title'), address: `${ITEMS}/${id}/data` }];
}

async function newestLayer(
  patterns: readonly string[],
  list: List,
  today: LocalDate,
): Promise<Named> {
  const [only] = patterns;
  if (patterns.length === 1 && only !== undefined && !only.includes('*')) return layerOf(only);
  const answer = await list(`${SERVICES}?f=json`);
  const fits = patterns.map(fitting);
  const layers = answer
    .list('services')
    .filter((service) => service.optionalText('type') === 'FeatureServer')
    .map((service) => layerOf(service.text('name')))
    .filter(({ name }) => /^\w+$/.test(name) && fits.some((fit) => fit(name)));
  const newest = newestOf(layers, today);
  if (newest) return newest;
  throw nothing(SERVICES, `no layer ${patterns.join(' or ')} with a month in its name`);
}

function layerOf(name: string): Named {
  return { name, address: `${SERVICES}/${name}/FeatureServer/0` };
}

function nothing(address: string, what: string): Trouble {
  return new Trouble({ host: new URL(address).host, found: what, advice: MOVED });
}
