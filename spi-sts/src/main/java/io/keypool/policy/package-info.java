/** The IAM policy language: parse once, match, decide and explain, as pure functions. */
@NullMarked
package io.keypool.policy;

import org.jspecify.annotations.NullMarked;
