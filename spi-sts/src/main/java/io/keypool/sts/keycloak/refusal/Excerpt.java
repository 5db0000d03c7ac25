package io.keypool.sts.keycloak.refusal;

/** The texts of one refusal, cut so that all of them together stay small: a caller chooses some of them. */
final class Excerpt {

    static final int EACH = 600;
    static final int TOGETHER = 6_000;

    /** What a text takes beside its characters. */
    private static final int OVERHEAD = 40;

    private static final String CUT = "…";

    private int left = TOGETHER;

    boolean hasRoom() {
        return left > OVERHEAD;
    }

    String of(String text) {
        int room = Math.max(0, Math.min(EACH, left - OVERHEAD));
        left -= OVERHEAD + Math.min(text.length(), room);
        return text.length() <= room ? text : text.substring(0, room) + CUT;
    }
}
