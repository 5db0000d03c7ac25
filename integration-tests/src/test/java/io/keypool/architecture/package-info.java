/** Which package may know which, each rule with its reason. */
@NullMarked
package io.keypool.architecture;

import org.jspecify.annotations.NullMarked;
