#include "vectors.h"

#include "test.h"

json_t *vectors_load(const char *path, json_t **document)
{
    json_error_t error;
    json_t *cases;

    *document = json_load_file(path, 0, &error);
    if (!*document) {
        fail_msg("%s: %s (the tests run from the root of the checkout)", path, error.text);
    }
    cases = json_object_get(*document, "cases");
    assert_true(json_array_size(cases) > 0);
    return cases;
}

const char *vectors_text(json_t *object, const char *name)
{
    const char *text = json_string_value(json_object_get(object, name));

    if (!text) {
        fail_msg("the vector has no text \"%s\"", name);
    }
    return text;
}
