import type { ReactNode } from 'react';

export function AccessibilityStatement(): ReactNode {
  return (
    <section aria-labelledby="accessibility">
      <h2 id="accessibility" className="nhsuk-heading-m">
        Accessibility statement
      </h2>
      <p>
        These pages aim at the Web Content Accessibility Guidelines 2.2, level AA. You should be
        able to do everything by keyboard, at 400% zoom, on a screen 320 pixels wide and with a
        screen reader. With JavaScript off, <a href="/plain">a plain page</a> finds the team.
      </p>
      <p>
        Every page and every outcome is checked by machine (axe) on each change, wide and narrow,
        and in forced colours; the main tasks are run by keyboard alone. Machines find less than
        half of what can be wrong.
      </p>
      <h3 className="nhsuk-heading-s">What is known to fall short</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>No disabled person has tested these pages yet, and no one outside has audited them.</li>
        <li>
          The maps are pictures. Everything on the map of overlaps is also in the table beside it;
          the small map of a place adds only a picture to its words. A point can be typed instead of
          chosen on a map, and the mark is moved by buttons or arrow keys as well.
        </li>
        <li>Names and advice are in English only.</li>
      </ul>
      <p>
        If something here keeps you from finding a team, ring your own switchboard, and tell the
        people who run this service so that they can mend it.
      </p>
    </section>
  );
}
