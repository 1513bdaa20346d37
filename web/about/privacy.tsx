import type { ReactNode } from 'react';

export function Privacy(): ReactNode {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy" className="nhsuk-heading-m">
        Privacy
      </h2>
      <p>Nothing about a person is stored.</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        <li>
          What you type or point at, and the practice you look for, is sent to this service alone,
          answered and forgotten. It is not written to a database or a log.
        </li>
        <li>
          A spreadsheet you check stays on your device. Only the first halves of its postcodes are
          sent, each shared by thousands of homes, with the need and the day.
        </li>
        <li>
          It never stands in the address, the title or the history of your browser. A postcode in a
          link someone sends you is removed and not read.
        </li>
        <li>
          “Copy as text” puts the answer, with the postcode, where your device keeps what you copy.
          Nothing is copied unless you press it.
        </li>
        <li>There are no cookies, no analytics and no storage in your browser.</li>
        <li>
          Nothing is fetched from any other server. The map has no background unless the people who
          run this service add one; the server of that background would then see which part of the
          map you look at.
        </li>
      </ul>
    </section>
  );
}
