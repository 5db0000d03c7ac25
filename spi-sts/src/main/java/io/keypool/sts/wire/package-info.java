/** The AWS Query protocol of STS: parameters to records, records and faults to XML. */
@NullMarked
package io.keypool.sts.wire;

import org.jspecify.annotations.NullMarked;
