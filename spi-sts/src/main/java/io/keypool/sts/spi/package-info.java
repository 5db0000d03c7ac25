/** The contract of those who let STS trust an issuer of web identity tokens; no logic. */
@NullMarked
package io.keypool.sts.spi;

import org.jspecify.annotations.NullMarked;
