package io.keypool.sts.keycloak.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Parses XML of anybody's: without document types, so without entities, and not deeper than messages are.
 *
 * <p>Comments are dropped and texts made whole: a comment within a name, which a signature does not cover, cannot cut
 * the name into pieces. The parser is that of the JDK, whichever others the server has.
 */
final class XmlParser {

    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String MAX_DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final String DEEPEST = "100";

    private XmlParser() {}

    /** @throws Unproven when it is no XML, or XML that messages have no need of */
    static XmlElement parse(byte[] xml) {
        return parse(new ByteArrayInputStream(xml));
    }

    static XmlElement parse(InputStream xml) {
        try {
            Document document = builder().parse(xml);
            if (!"1.0".equals(document.getXmlVersion())) {
                throw Refusal.malformed("it is XML of another version");
            }
            return new XmlElement(document.getDocumentElement());
        } catch (SAXException | IOException malformed) {
            // Its message may quote the document.
            throw Refusal.malformed("it is no XML, or has a document type");
        }
    }

    private static DocumentBuilder builder() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCTYPE, true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(MAX_DEPTH, DEEPEST);
            factory.setXIncludeAware(false);
            factory.setIgnoringComments(true);
            factory.setCoalescing(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // Without one the JDK prints errors to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
