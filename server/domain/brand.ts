declare const brand: unique symbol;

/** A value only its parser can make: a brand means "went through this check". */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
