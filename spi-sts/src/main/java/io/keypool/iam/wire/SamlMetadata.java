package io.keypool.iam.wire;

import io.keypool.iam.SamlProvider;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What is known of a SAML provider as its metadata would say it: the document that it was set up from is not kept.
 *
 * @see <a href="https://docs.oasis-open.org/security/saml/v2.0/saml-metadata-2.0-os.pdf">SAML metadata, 2.3 and 2.4</a>
 */
final class SamlMetadata {

    private static final String METADATA = "urn:oasis:names:tc:SAML:2.0:metadata";
    private static final String SIGNATURES = "http://www.w3.org/2000/09/xmldsig#";
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

    private final StringWriter text = new StringWriter(2048);
    private final XMLStreamWriter xml;

    private SamlMetadata() throws XMLStreamException {
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    static String of(SamlProvider provider) {
        try {
            return new SamlMetadata().write(provider);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String write(SamlProvider provider) throws XMLStreamException {
        xml.writeStartElement("EntityDescriptor");
        xml.writeDefaultNamespace(METADATA);
        xml.writeAttribute("entityID", provider.entityId());
        xml.writeStartElement("IDPSSODescriptor");
        xml.writeAttribute("protocolSupportEnumeration", PROTOCOL);
        for (String certificate : provider.certificates()) {
            writeKey(certificate);
        }
        if (!provider.singleSignOnUrl().isEmpty()) {
            xml.writeEmptyElement("SingleSignOnService");
            xml.writeAttribute("Binding", REDIRECT);
            xml.writeAttribute("Location", provider.singleSignOnUrl());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.flush();
        return text.toString();
    }

    private void writeKey(String certificate) throws XMLStreamException {
        xml.writeStartElement("KeyDescriptor");
        xml.writeAttribute("use", "signing");
        xml.writeStartElement("KeyInfo");
        xml.writeDefaultNamespace(SIGNATURES);
        xml.writeStartElement("X509Data");
        xml.writeStartElement("X509Certificate");
        xml.writeCharacters(certificate);
        for (int open = 0; open < 4; open++) {
            xml.writeEndElement();
        }
    }
}
