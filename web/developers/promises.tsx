import type { ReactNode } from 'react';

import { useReply } from '../api/use-reply.ts';
import { Link } from '../layout/link.tsx';
import { LICENCES } from './ask.ts';
import { CodeBlock } from './code-block.tsx';
import { Section } from './section.tsx';

const NOTHING = {};

export function Promises(): ReactNode {
  return (
    <>
      <Section id="promise" name="What will not change">
        <ul>
          <li>
            The schema only grows. No type, field, argument or value is renamed or taken away while
            anybody may use it.
          </li>
          <li>
            What is to go is first marked <span className="code-word">@deprecated</span> with its
            successor and the day it goes, at least twelve months ahead. Nothing is now.
          </li>
          <li>
            Enums grow too: treat a reason you do not know as NotRoutable, and show its message.
            Typed clients learn of it when they are generated again.
          </li>
          <li>
            Arguments that are added have a default that keeps the old meaning. Codes of areas,
            needs and questions are keys: compare them, never read meaning into them.
          </li>
          <li>
            Sentences are for people and are reworded. Programs read types, reasons, codes and keys.
          </li>
        </ul>
        <p>
          Data changes apart from the schema: every answer can carry the id of its release. Keep an
          answer no longer than its <span className="code-word">holdsUntil</span> and its release,
          and follow <a href="/feeds/releases.atom">the feeds</a> to hear of the next one.
        </p>
      </Section>
      <Section id="licence" name="Licence">
        <p>
          The software is under the MIT licence. The data is not ours: show the words its licences
          ask for.
        </p>
        <DataLicences />
      </Section>
      <Section id="other-ways" name="Tables, matching at home, standards">
        <p>A table of any length, CSV or NDJSON, is answered row by row while it is sent:</p>
        <CodeBlock
          name="Table"
          text={`curl -H 'Content-Type: text/csv' --data-binary @in.csv ${window.location.origin}/referrals`}
        />
        <ul>
          <li>
            <a href="/outward/SO23?need=carers">/outward/SO23?need=carers</a>: every answer of one
            outward code, so that a program can match postcodes without sending one
          </li>
          <li>
            <a href="/oruk">Open Referral UK 3.0</a>: the directory of teams
          </li>
          <li>
            <a href="/fhir/metadata">FHIR R4</a>: Organization, Location, HealthcareService,
            OrganizationAffiliation
          </li>
          <li>
            <a href="/geojson/areas?kind=district">GeoJSON</a>: areas and overlaps of any day, with
            an ETag
          </li>
          <li>
            <a href="/feeds/releases.atom">Feeds</a>: releases and changes, as Atom and JSON Feed
          </li>
          <li>GraphQL over HTTP, by POST alone</li>
        </ul>
      </Section>
      <Section id="running" name="Running it yourself">
        <p>
          <span className="code-word">npm ci &amp;&amp; npm start</span> starts this very server on
          the embedded pack, with nothing else installed and nothing asked of the network: develop
          and test against it. PostgreSQL, national data and updates without a pause are in the
          documents that come with the code. <Link to="/about">About the data</Link> says what is
          loaded here.
        </p>
      </Section>
    </>
  );
}

function DataLicences(): ReactNode {
  const { reply } = useReply(LICENCES, NOTHING);
  if (reply.kind !== 'answered')
    return (
      <p>
        <Link to="/about">About the data</Link> lists its sources and licences.
      </p>
    );
  return (
    <dl className="plain-list">
      {reply.data.release.sources.map(({ name, licence, attribution }) => (
        <div key={`${name} ${licence}`}>
          <dt>{name}</dt>
          <dd>
            {licence}. {attribution}
          </dd>
        </div>
      ))}
    </dl>
  );
}
