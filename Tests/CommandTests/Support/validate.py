"""Validates YAML files by JSON Schemas with the jsonschema package, as an editor would.

validate.py SCHEMA FILE...: prints a line a file: the number of faults, a tab, the file.
"""

import json
import sys

import jsonschema
import yaml


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema as far as files need it: dates and NO stay text."""


KEPT = {f"tag:yaml.org,2002:{kind}" for kind in ("int", "float", "null")}
CoreLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in KEPT]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)
for path in sys.argv[2:]:
    with open(path, encoding="utf-8") as file:
        document = yaml.load(file, Loader=CoreLoader)
    print(f"{sum(1 for _ in validator.iter_errors(document))}\t{path}")
