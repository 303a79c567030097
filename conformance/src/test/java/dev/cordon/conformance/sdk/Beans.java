package dev.cordon.conformance.sdk;

import java.beans.BeanInfo;
import java.beans.IntrospectionException;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The clients' requests and answers as fields by their names on the wire.
///
/// Both clients have a class for each request and for each object of an answer, with a setter or
/// getter for each field that is named after it.
final class Beans {

    private Beans() {}

    /// Sets fields, all of them texts, and returns the request.
    static <T> T filled(T request, Map<String, String> fields) {
        fields.forEach((name, value) -> {
            try {
                request.getClass().getMethod("set" + name, String.class).invoke(request, value);
            } catch (ReflectiveOperationException missing) {
                throw new IllegalArgumentException("no text `" + name + "` in " + request.getClass(), missing);
            }
        });
        return request;
    }

    /// Returns texts, numbers and truth values; what is absent is left out.
    static SortedMap<String, String> fields(Object answer) {
        SortedMap<String, String> fields = new TreeMap<>();
        for (PropertyDescriptor property : info(answer).getPropertyDescriptors()) {
            Object value = value(property, answer);
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                fields.put(capitalized(property.getName()), value.toString());
            }
        }
        return fields;
    }

    private static BeanInfo info(Object answer) {
        try {
            return Introspector.getBeanInfo(answer.getClass(), Object.class);
        } catch (IntrospectionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object value(PropertyDescriptor property, Object answer) {
        try {
            return property.getReadMethod() == null
                    ? Map.of()
                    : property.getReadMethod().invoke(answer);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
