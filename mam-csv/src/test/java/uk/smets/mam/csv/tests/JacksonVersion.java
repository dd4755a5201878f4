package uk.smets.mam.csv.tests;

import com.fasterxml.jackson.core.JsonProcessingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import uk.smets.mam.csv.jackson.MamJackson2Module;
import uk.smets.mam.csv.jackson.MamJackson3Module;

/** The two versions of Jackson, each with the module for it. */
@SuppressWarnings("ImmutableEnumChecker") // the mappers are never reconfigured
enum JacksonVersion {
    JACKSON_2 {
        private final com.fasterxml.jackson.databind.ObjectMapper mapper =
                com.fasterxml.jackson.databind.json.JsonMapper.builder()
                        .addModule(new MamJackson2Module())
                        .build();

        @Override
        String write(Object value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        <T> T read(String json, Class<T> type) {
            try {
                return mapper.readValue(json, type);
            } catch (JsonProcessingException e) {
                throw new Unreadable(e.getMessage());
            }
        }

        @Override
        <T> T readLeniently(String json, Class<T> type) {
            try {
                return mapper.readerFor(type)
                        .without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(json);
            } catch (JsonProcessingException e) {
                throw new Unreadable(e.getMessage());
            }
        }

        @Override
        <T> T read(String json, TypeReference<T> type) {
            try {
                return mapper.readValue(json, mapper.constructType(type.getType()));
            } catch (JsonProcessingException e) {
                throw new Unreadable(e.getMessage());
            }
        }
    },
    JACKSON_3 {
        private final JsonMapper mapper = JsonMapper.builder()
                .addModule(new MamJackson3Module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

        @Override
        String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        <T> T read(String json, Class<T> type) {
            try {
                return mapper.readValue(json, type);
            } catch (JacksonException e) {
                throw new Unreadable(e.getMessage());
            }
        }

        @Override
        <T> T readLeniently(String json, Class<T> type) {
            try {
                return mapper.readerFor(type)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(json);
            } catch (JacksonException e) {
                throw new Unreadable(e.getMessage());
            }
        }

        @Override
        <T> T read(String json, TypeReference<T> type) {
            try {
                return mapper.readValue(json, type);
            } catch (JacksonException e) {
                throw new Unreadable(e.getMessage());
            }
        }
    };

    /** JSON that does not fit the type, with Jackson's message. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /** Returns the value as JSON, without white space. */
    abstract String write(Object value);

    /** Returns the value of JSON. Members that the type does not have are rejected. */
    abstract <T> T read(String json, Class<T> type);

    /** Returns the value of JSON. Members that the type does not have are ignored. */
    abstract <T> T readLeniently(String json, Class<T> type);

    /** Returns the value of JSON. */
    abstract <T> T read(String json, TypeReference<T> type);
}
