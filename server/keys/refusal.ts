import type { Refusal } from '../refuse.ts';
import type { Right } from './keys.ts';

/** As RFC 6750 has it; never repeats what was sent. */
export function refusalFor(right: Exclude<Right, { kind: 'allowed' }>): Refusal {
  switch (right.kind) {
    case 'no key':
      return unauthorised('Send an API key: "Authorization: Bearer KEY".', 'Bearer');
    case 'unknown key':
      return unauthorised(
        'This API key is not known here, or no longer.',
        'Bearer error="invalid_token"',
      );
    case 'lacks scope':
      return {
        status: 403,
        message: `This API key lacks the scope "${right.scope}".`,
        headers: {
          'www-authenticate': `Bearer error="insufficient_scope", scope="${right.scope}"`,
        },
      };
  }
}

function unauthorised(message: string, challenge: string): Refusal {
  return { status: 401, message, headers: { 'www-authenticate': challenge } };
}
