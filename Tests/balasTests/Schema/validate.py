"""validate.py SCHEMA strings|editor FILE...: what a validator of JSON Schema says of each YAML file, as one JSON object."""
import json
import re
import sys

import jsonschema
import yaml


class Editor(yaml.CSafeLoader):
    """Numbers, truth and nothing as YAML 1.2 has them, as editors read; all else is text."""

    yaml_implicit_resolvers = {}


for kind, shape in [("bool", "true|false"), ("int", "-?[0-9]+"), ("float", "-?[0-9]+[.][0-9]+"), ("null", "~|null|")]:
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{kind}", re.compile(f"^(?:{shape})$"), None)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
verdicts = {}
for path in sys.argv[3:]:
    try:
        with open(path, encoding="utf-8") as file:
            document = yaml.load(file, Loader=yaml.CBaseLoader if sys.argv[2] == "strings" else Editor)
    except yaml.YAMLError:
        verdicts[path] = "no YAML"
        continue
    error = jsonschema.exceptions.best_match(validator.iter_errors(document))
    verdicts[path] = f"{list(error.absolute_path)}: {error.message[:200]}" if error else ""
print(json.dumps(verdicts))
