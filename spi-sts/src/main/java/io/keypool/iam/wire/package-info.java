/** The AWS Query protocol of IAM: parameters to records, records to XML, and the table of actions. */
@NullMarked
package io.keypool.iam.wire;

import org.jspecify.annotations.NullMarked;
