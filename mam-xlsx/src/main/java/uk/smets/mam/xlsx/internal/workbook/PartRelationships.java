package uk.smets.mam.xlsx.internal.workbook;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.codehaus.stax2.XMLStreamReader2;
import uk.smets.mam.xlsx.internal.xml.UnreadableWorkbookException;
import uk.smets.mam.xlsx.internal.xml.XmlInput;

/** The relationships of a part, or of the package as a whole. */
public final class PartRelationships {
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";

    /** A workbook has a few dozen; each needs memory. */
    private static final int MOST = 20_000;

    /**
     * One relationship.
     *
     * @param type the kind of relationship
     * @param target the name of the target part, or empty if the target is outside the package
     */
    record Relationship(String type, Optional<String> target) {}

    private final Map<String, Relationship> all = new LinkedHashMap<>();

    private PartRelationships() {}

    /**
     * Reads relationships.
     *
     * @param source the name of the part that has the relationships
     * @param part the part that contains them; if it is absent, there are none
     */
    static PartRelationships read(String source, WorkbookPart part) throws IOException {
        PartRelationships relationships = new PartRelationships();
        if (part.entry() == null) {
            return relationships;
        }
        try (XmlInput xml = new XmlInput(part.open(), part.name())) {
            int event = xml.next();
            while (event != XMLStreamConstants.END_DOCUMENT) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    relationships.add(source, xml.events());
                }
                event = xml.next();
            }
            xml.finish();
            if (relationships.all.size() > MOST) {
                throw UnreadableWorkbookException.damaged(
                        "its part " + part.name() + " has more than " + MOST + " relationships");
            }
        }
        return relationships;
    }

    private void add(String source, XMLStreamReader2 element) {
        if (!element.getLocalName().equals("Relationship")
                || !NAMESPACE.equals(element.getNamespaceURI())
                || all.size() > MOST) {
            return;
        }
        String id = element.getAttributeValue("", "Id");
        String type = element.getAttributeValue("", "Type");
        String target = element.getAttributeValue("", "Target");
        if (id != null && type != null && target != null) {
            boolean external = "External".equals(element.getAttributeValue("", "TargetMode"));
            all.putIfAbsent(
                    id,
                    new Relationship(
                            type, external ? Optional.empty() : Optional.of(PackageParts.resolve(source, target))));
        }
    }

    /** Returns the first relationship of a type. */
    Optional<Relationship> first(String type) {
        return all.values().stream().filter(one -> one.type().equals(type)).findFirst();
    }

    /** Returns the relationship with an identifier. */
    Optional<Relationship> byId(String id) {
        return Optional.ofNullable(all.get(id));
    }
}
