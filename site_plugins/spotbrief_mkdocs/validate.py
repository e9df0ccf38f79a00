"""What the engine itself finds wrong with a mkdocs.yml, as JSON: `python -m spotbrief_mkdocs.validate mkdocs.yml`."""

import json
import logging
import sys

from mkdocs.config.defaults import MkDocsConfig


def validate(path: str) -> dict[str, list[tuple[str, str]]]:
    """Errors and warnings, each with the key that it is about."""
    config = MkDocsConfig(config_file_path=path)
    try:
        with open(path, "rb") as file:
            config.load_file(file)
        errors, warnings = config.validate()
    except Exception as error:  # plugins, hooks and extensions run code of anybody's here, and a build would end as well
        return {"errors": [("", str(error) or type(error).__name__)], "warnings": []}
    return {"errors": [(key, str(error)) for key, error in errors], "warnings": list(warnings)}


def main() -> None:
    """The last line is the answer: plugins may print what they like before."""
    logging.disable()
    print("\n" + json.dumps(validate(sys.argv[1])))


if __name__ == "__main__":
    main()
