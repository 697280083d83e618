"""An independent count of a component's variables: PyYAML and the other implementation of the substitution, strict.

count_required.py ENVSUBST_FOLDER REPOSITORY COMPONENT… prints one line a component: required names, a bar, names with a default only.
"""
import os
import sys

import yaml

sys.path.insert(0, sys.argv[1])
import envsubst  # noqa: E402

REPOSITORY = sys.argv[2]


class Loader(yaml.SafeLoader):
    """Takes any tag, and an anchor defined twice."""

    def compose_node(self, parent, index):
        event = self.peek_event()
        if not isinstance(event, yaml.AliasEvent) and getattr(event, "anchor", None) in self.anchors:
            del self.anchors[event.anchor]
        return super().compose_node(parent, index)


Loader.add_multi_constructor("", lambda loader, suffix, node: None)
Loader.add_constructor("tag:yaml.org,2002:value", lambda loader, node: loader.construct_scalar(node))


def documents(path):
    with open(path, encoding="utf-8") as file:
        return [document for document in yaml.load_all(file, Loader=Loader) if isinstance(document, (dict, list))]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from strings(key)
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


def is_off(value):
    metadata = value.get("metadata") or {} if isinstance(value, dict) else {}
    return any((metadata.get(field) or {}).get("kustomize.toolkit.fluxcd.io/substitute") == "disabled" for field in ("labels", "annotations"))


def texts(folder, seen):
    if folder in seen:
        return
    seen.add(folder)
    kustomization = documents(os.path.join(folder, "kustomization.yaml"))[0]
    for entry in (kustomization.get("resources") or []) + (kustomization.get("components") or []):
        path = os.path.normpath(os.path.join(folder, entry))
        if "://" in entry:
            continue
        if os.path.isdir(path):
            yield from texts(path, seen)
        else:
            for document in documents(path):
                if not is_off(document):
                    yield from strings(document)
    for patch in kustomization.get("patches") or []:
        if "path" in patch:
            for document in documents(os.path.join(folder, patch["path"])):
                yield from strings(document)
        else:
            yield patch["patch"]
    for generator in kustomization.get("configMapGenerator") or []:
        if (generator.get("options") or {}).get("annotations", {}).get("kustomize.toolkit.fluxcd.io/substitute") == "disabled":
            continue
        yield from strings(generator.get("literals") or [])
        for entry in generator.get("files") or []:
            with open(os.path.join(folder, entry.split("=")[-1]), encoding="utf-8") as file:
                yield file.read()


for component in sys.argv[3:]:
    required, used = set(), set()
    for text in texts(os.path.join(REPOSITORY, component), set()):
        if "${" in text:
            envsubst.evaluate(envsubst.parse(text), {}, missing=required, used=used)
    print(" ".join(sorted(required)) + "|" + " ".join(sorted(used - required)))
