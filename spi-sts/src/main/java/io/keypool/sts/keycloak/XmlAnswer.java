package io.keypool.sts.keycloak;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.query.QueryApi;
import io.keypool.aws.query.QueryXml;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** An answer in XML with the headers that AWS sends along. */
final class XmlAnswer {

    private static final String XML = "text/xml;charset=UTF-8";

    private XmlAnswer() {}

    static Response of(int status, String xml, RequestId requestId) {
        return BrowserAccess.allow(Response.status(status).type(XML).entity(xml.getBytes(StandardCharsets.UTF_8)))
                .header(RequestId.HEADER, requestId.value())
                .build();
    }

    static Response of(QueryApi api, AwsFault fault, RequestId requestId) {
        return of(fault.httpStatus(), QueryXml.fault(api, fault, requestId), requestId);
    }
}
