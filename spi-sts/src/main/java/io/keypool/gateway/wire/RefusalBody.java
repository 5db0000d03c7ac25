package io.keypool.gateway.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.XmlCharacters;
import io.keypool.gateway.Manner;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A refusal as the clients of the protected service understand it. */
public record RefusalBody(String contentType, Map<String, String> headers, String text) {

    public RefusalBody {
        headers = Map.copyOf(headers);
    }

    public static RefusalBody of(Manner manner, AwsFault fault, RequestId requestId) {
        return manner == Manner.S3 ? xml(fault, requestId) : json(fault);
    }

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RefusalBody json(AwsFault fault) {
        String message = new String(JsonStringEncoder.getInstance().quoteAsString(fault.message()));
        return new RefusalBody(
                "application/json", Map.of("x-amzn-ErrorType", fault.code()), "{\"message\":\"" + message + "\"}");
    }

    private static RefusalBody xml(AwsFault fault, RequestId requestId) {
        StringWriter text = new StringWriter(512);
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Error");
            element(xml, "Code", fault.code());
            element(xml, "Message", fault.message());
            element(xml, "RequestId", requestId.value());
            xml.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new RefusalBody("application/xml", Map.of("x-amz-request-id", requestId.value()), text.toString());
    }

    private static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlCharacters.legal(value));
        xml.writeEndElement();
    }
}
