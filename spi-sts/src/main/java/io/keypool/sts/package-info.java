/** Security Token Service: roles, sessions and temporary credentials behind one door, one class for each action. */
@NullMarked
package io.keypool.sts;

import org.jspecify.annotations.NullMarked;
