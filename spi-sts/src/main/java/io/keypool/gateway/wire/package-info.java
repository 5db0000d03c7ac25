/** What gateways ask and are answered, each in its own manner, to records and back. */
@NullMarked
package io.keypool.gateway.wire;

import org.jspecify.annotations.NullMarked;
