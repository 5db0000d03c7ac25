/** Identity and Access Management: roles, their policies and the providers of an account behind one door. */
@NullMarked
package io.keypool.iam;

import org.jspecify.annotations.NullMarked;
