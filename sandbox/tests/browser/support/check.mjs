import assert from 'node:assert/strict';

export const { equal, deepEqual, match, ok, notEqual } = assert;
