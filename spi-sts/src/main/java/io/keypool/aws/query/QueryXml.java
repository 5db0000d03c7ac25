package io.keypool.aws.query;

import io.keypool.aws.AwsFault;
import io.keypool.aws.RequestId;
import io.keypool.aws.XmlCharacters;
import java.io.StringWriter;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** One XML answer. */
public final class QueryXml {

    private final QueryApi api;
    private final RequestId requestId;
    private final StringWriter text;
    private final XMLStreamWriter xml;

    public QueryXml(QueryApi api, RequestId requestId) {
        this.api = api;
        this.requestId = requestId;
        this.text = new StringWriter(2048);
        this.xml = writer(text);
    }

    /** The answer of an action that has something to say. */
    public String result(String action, Consumer<QueryXml> members) {
        return document(action + "Response", () -> {
            element(action + "Result", members);
            metadata();
        });
    }

    /** The answer of an action that was done, and that is all. */
    public String done(String action) {
        return document(action + "Response", this::metadata);
    }

    public static String fault(QueryApi api, AwsFault fault, RequestId requestId) {
        QueryXml xml = new QueryXml(api, requestId);
        return xml.document("ErrorResponse", () -> {
            xml.element("Error", error -> {
                error.text("Type", fault.isSender() ? "Sender" : "Receiver");
                error.text("Code", fault.code());
                error.text("Message", fault.message());
            });
            xml.text("RequestId", requestId.value());
        });
    }

    /** A list, whose members are written one by one. */
    public <T> void list(String name, Iterable<T> items, BiConsumer<QueryXml, T> member) {
        element(name, list -> items.forEach(item -> list.element("member", xml -> member.accept(xml, item))));
    }

    /** A list of texts. */
    public void texts(String name, Iterable<String> values) {
        element(name, list -> values.forEach(value -> list.text("member", value)));
    }

    public void element(String name, Consumer<QueryXml> content) {
        write(() -> xml.writeStartElement(name));
        content.accept(this);
        write(xml::writeEndElement);
    }

    public void text(String name, String value) {
        write(() -> {
            xml.writeStartElement(name);
            xml.writeCharacters(XmlCharacters.legal(value));
            xml.writeEndElement();
        });
    }

    private void metadata() {
        element("ResponseMetadata", metadata -> metadata.text("RequestId", requestId.value()));
    }

    private String document(String root, Runnable content) {
        write(() -> {
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(api.namespace());
        });
        content.run();
        write(xml::writeEndElement);
        return text.toString();
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
