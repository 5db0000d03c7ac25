package io.keypool.aws;

/** What may stand in XML 1.0, which knows no escape for most control characters. */
public final class XmlCharacters {

    private static final int REPLACEMENT = 0xFFFD;

    private XmlCharacters() {}

    /** The text with a replacement for each character that may not; a message may repeat one from a request. */
    public static String legal(String text) {
        if (text.codePoints().allMatch(XmlCharacters::isLegal)) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length());
        text.codePoints().map(c -> isLegal(c) ? c : REPLACEMENT).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= REPLACEMENT)
                || character >= 0x10000;
    }
}
