package io.keypool.sts.wire;

import io.keypool.aws.RequestId;
import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML answer of the AWS Query protocol. */
final class XmlDocument {

    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private final RequestId requestId;
    private final StringWriter text;
    private final XMLStreamWriter xml;

    XmlDocument(RequestId requestId) {
        this.requestId = requestId;
        this.text = new StringWriter(2048);
        this.xml = writer(text);
    }

    String result(String action, Consumer<XmlDocument> members) {
        return document(action + "Response", () -> {
            element(action + "Result", members);
            element("ResponseMetadata", metadata -> metadata.text("RequestId", requestId.value()));
        });
    }

    String error(Consumer<XmlDocument> members) {
        return document("ErrorResponse", () -> {
            element("Error", members);
            text("RequestId", requestId.value());
        });
    }

    void element(String name, Consumer<XmlDocument> content) {
        write(() -> xml.writeStartElement(name));
        content.accept(this);
        write(xml::writeEndElement);
    }

    void text(String name, String value) {
        write(() -> {
            xml.writeStartElement(name);
            xml.writeCharacters(legal(value));
            xml.writeEndElement();
        });
    }

    private String document(String root, Runnable content) {
        write(() -> {
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
        });
        content.run();
        write(xml::writeEndElement);
        return text.toString();
    }

    /** XML 1.0 knows no escape for most control characters; a message may repeat one from a request. */
    private static String legal(String value) {
        if (value.codePoints().allMatch(XmlDocument::isLegal)) {
            return value;
        }
        StringBuilder legal = new StringBuilder(value.length());
        value.codePoints().map(c -> isLegal(c) ? c : 0xFFFD).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static XMLStreamWriter writer(StringWriter text) {
        try {
            return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static void write(XmlStep step) {
        try {
            step.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private interface XmlStep {
        void run() throws XMLStreamException;
    }
}
