/** AWS JSON 1.1 of Cognito Identity: bytes to records, records and faults to JSON. */
@NullMarked
package io.keypool.identitypool.wire;

import org.jspecify.annotations.NullMarked;
