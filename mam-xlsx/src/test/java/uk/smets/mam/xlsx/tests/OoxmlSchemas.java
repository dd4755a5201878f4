package uk.smets.mam.xlsx.tests;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Validates parts of a workbook against the transitional schemas of ECMA-376, as shipped by Apache POI. */
final class OoxmlSchemas {
    private static final String FOLDER = "/org/apache/poi/schemas/ooxml/src/";
    private static final String COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /** The namespaces of the schemas' root elements. */
    private static final Set<String> KNOWN = Set.of(
            HandMadeWorkbook.MAIN,
            "http://schemas.openxmlformats.org/drawingml/2006/main",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
            "http://schemas.openxmlformats.org/package/2006/relationships");

    private static final Schema SCHEMA = schema();

    private OoxmlSchemas() {}

    private static Schema schema() {
        try {
            SchemaFactory factory = SchemaFactory.newDefaultInstance();
            // The schema of sheets allows more repetitions than the JDK permits in untrusted schemas.
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, false);
            factory.setResourceResolver((type, namespace, publicId, location, base) -> input(location));
            return factory.newSchema(new Source[] {
                source("sml.xsd"),
                source("dml-main.xsd"),
                source("shared-documentPropertiesExtended.xsd"),
                source("opc-relationships.xsd")
            });
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(OoxmlSchemas.class.getResourceAsStream(FOLDER + name), name);
    }

    private static Source source(String name) {
        return new StreamSource(resource(name), name);
    }

    private static LSInput input(String location) {
        try {
            DOMImplementationLS dom = (DOMImplementationLS) DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
            LSInput input = dom.createLSInput();
            String name = location.substring(location.lastIndexOf('/') + 1);
            input.setByteStream(resource(name));
            input.setSystemId(name);
            return input;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether there is a schema for a part. */
    static boolean covers(byte[] part) {
        String namespace = isMarkup(part) ? parse(part).getDocumentElement().getNamespaceURI() : null;
        return namespace != null && KNOWN.contains(namespace);
    }

    private static boolean isMarkup(byte[] part) {
        return part.length > 0 && new String(part, 0, Math.min(part.length, 64), UTF_8).contains("<");
    }

    private static Document parse(byte[] part) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(part));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The schema errors of a part. */
    static List<String> errors(byte[] part) {
        List<String> errors = new ArrayList<>();
        Document document = parse(part);
        Element root = document.getDocumentElement();
        strip(root, ignorable(root));
        try {
            Validator validator = SCHEMA.newValidator();
            validator.setErrorHandler(new Collector(errors));
            validator.validate(new DOMSource(document));
        } catch (SAXException e) {
            errors.add(e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors;
    }

    /** The namespaces that a reader may ignore (part 3 of the standard): they have no schema. */
    private static Set<String> ignorable(Element root) {
        Set<String> namespaces = new HashSet<>(Set.of(COMPATIBILITY, XMLConstants.XML_NS_URI));
        for (String prefix : root.getAttributeNS(COMPATIBILITY, "Ignorable").split("\\s+", -1)) {
            String namespace = prefix.isEmpty() ? null : root.lookupNamespaceURI(prefix);
            if (namespace != null) {
                namespaces.add(namespace);
            }
        }
        return namespaces;
    }

    /** Removes {@code xml:space} too: the standard's text allows it on every text of a cell, but its schema omits it. */
    private static void strip(Element element, Set<String> ignorable) {
        for (int i = element.getAttributes().getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (attribute.getNamespaceURI() != null && ignorable.contains(attribute.getNamespaceURI())) {
                element.removeAttributeNode(attribute);
            }
        }
        Node child = element.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child instanceof Element inner) {
                if (inner.getNamespaceURI() != null && ignorable.contains(inner.getNamespaceURI())) {
                    element.removeChild(inner);
                } else {
                    strip(inner, ignorable);
                }
            }
            child = next;
        }
    }

    private record Collector(List<String> errors) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            errors.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            errors.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            errors.add(e.getMessage());
        }
    }
}
