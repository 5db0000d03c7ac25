package io.keypool.policy;

import java.util.Optional;

/** Addresses of one family that begin with the same bits. */
record IpRange(IpAddress first, int prefix) {

    /** An address, or one with {@code /} and a number of bits; an address alone stands for itself in both families. */
    static Optional<IpRange> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return IpAddress.parse(text).map(address -> new IpRange(address, IpAddress.BITS));
        }
        String address = text.substring(0, slash);
        int offset = address.indexOf(':') < 0 ? IpAddress.V4_PREFIX : 0;
        int prefix = offset + bits(text.substring(slash + 1));
        return IpAddress.parse(address)
                .filter(found -> prefix >= offset && prefix <= IpAddress.BITS)
                .map(found -> new IpRange(found, prefix));
    }

    boolean contains(IpAddress address) {
        return isV4() == address.isV4()
                && begin(first.high(), address.high(), prefix)
                && begin(first.low(), address.low(), prefix - Long.SIZE);
    }

    private static boolean begin(long one, long other, int sameBits) {
        return sameBits <= 0 || (one ^ other) >>> (Long.SIZE - Math.min(sameBits, Long.SIZE)) == 0;
    }

    /** {@code ::/0} is all of IPv6 and no IPv4, as it is written. */
    private boolean isV4() {
        return prefix >= IpAddress.V4_PREFIX && first.isV4();
    }

    /** Far below zero when it is no number of bits. */
    private static int bits(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -IpAddress.BITS;
    }
}
