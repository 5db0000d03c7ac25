package io.keypool.policy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of either family as 128 bits; IPv4 as {@code ::ffff:a.b.c.d}, so that a server that listens on both
 * families and reports such an address does not walk around a condition. No name is ever looked up.
 */
record IpAddress(long high, long low) {
    static final int BITS = 128;
    static final int V4_PREFIX = 96;
    private static final long V4_MARK = 0xffffL << 32;
    private static final int GROUPS = 8;
    private static final int GROUP_BITS = 16;
    private static final int LONGEST = 45;

    static Optional<IpAddress> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return Optional.ofNullable(text.indexOf(':') < 0 ? v4(text) : v6(text));
    }

    boolean isV4() {
        return high == 0 && (low & ~0xffffffffL) == V4_MARK;
    }

    private static @Nullable IpAddress v4(String text) {
        long bits = v4Bits(text);
        return bits < 0 ? null : new IpAddress(0, V4_MARK | bits);
    }

    /** Negative when it is none; {@code 010} is none, since it is 10 to some and 8 to others. */
    private static long v4Bits(String text) {
        String[] parts = text.split("\\.", -1);
        long bits = parts.length == 4 ? 0 : -1;
        for (int i = 0; i < parts.length && bits >= 0; i++) {
            int part = number(parts[i], 10, 3);
            boolean leadingZero = parts[i].length() > 1 && parts[i].charAt(0) == '0';
            bits = part < 0 || part > 255 || leadingZero ? -1 : bits << 8 | part;
        }
        return bits;
    }

    private static @Nullable IpAddress v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return of(groups(text), new int[0]);
        }
        String right = text.substring(gap + 2);
        if (right.startsWith(":") || right.contains("::")) {
            return null;
        }
        int @Nullable [] left = groups(text.substring(0, gap));
        int @Nullable [] end = groups(right);
        return left == null || end == null || left.length + end.length >= GROUPS ? null : of(left, end);
    }

    private static @Nullable IpAddress of(int @Nullable [] left, int[] right) {
        if (left == null || (right.length == 0 && left.length > GROUPS)) {
            return null;
        }
        int[] all = new int[GROUPS];
        System.arraycopy(left, 0, all, 0, left.length);
        System.arraycopy(right, 0, all, GROUPS - right.length, right.length);
        return new IpAddress(bits(all, 0), bits(all, GROUPS / 2));
    }

    private static long bits(int[] groups, int from) {
        long bits = 0;
        for (int i = from; i < from + GROUPS / 2; i++) {
            bits = bits << GROUP_BITS | groups[i];
        }
        return bits;
    }

    /** The last group may be an IPv4 address, which makes two. */
    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        long v4 = v4Bits(parts[parts.length - 1]);
        int[] groups = new int[parts.length + (v4 < 0 ? 0 : 1)];
        for (int i = 0; i < parts.length - (v4 < 0 ? 0 : 1); i++) {
            groups[i] = number(parts[i], 16, 4);
            if (groups[i] < 0) {
                return null;
            }
        }
        if (v4 >= 0) {
            groups[groups.length - 2] = (int) (v4 >> GROUP_BITS);
            groups[groups.length - 1] = (int) (v4 & 0xffff);
        }
        return groups;
    }

    private static int number(String digits, int radix, int most) {
        boolean valid = !digits.isEmpty()
                && digits.length() <= most
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return valid ? Integer.parseInt(digits, radix) : -1;
    }
}
