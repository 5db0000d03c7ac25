/** Decides for a gateway whether a signed request to a service behind it may pass. */
@NullMarked
package io.keypool.gateway;

import org.jspecify.annotations.NullMarked;
