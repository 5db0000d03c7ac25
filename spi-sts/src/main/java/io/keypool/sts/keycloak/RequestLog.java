package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import org.jboss.logging.Logger;

/** Writes down once why a request was not served. */
public final class RequestLog {

    private static final Logger LOG = Logger.getLogger("io.keypool.requests");
    private static final int LINE_LIMIT = 600;

    private RequestLog() {}

    public static void refused(String service, AwsFault fault, RequestId requestId) {
        String cause = fault.detail().map(detail -> " (" + detail + ")").orElse("");
        LOG.infof(
                "%s request %s refused: %s: %s",
                service, requestId, fault.code(), line(fault.message() + cause, LINE_LIMIT));
    }

    public static void failed(String service, RuntimeException cause, RequestId requestId) {
        LOG.errorf(cause, "%s request %s failed", service, requestId);
    }

    /** One line, whatever the request put into the message. */
    public static String line(String text, int limit) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(limit)
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
