package studio.backprop.store;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Validating reader of a JSON object: missing, mistyped or out-of-range fields are reported with their path. */
final class Fields {
  private final String path;
  private final JsonNode object;

  private Fields(String path, JsonNode object) {
    this.path = path;
    this.object = object;
  }

  /** @param path of the object in its file, empty for the root */
  static Fields of(String path, JsonNode node) throws StoreProblem {
    if (!node.isObject()) {
      throw StoreProblem.value("store.not-object", path);
    }
    return new Fields(path, node);
  }

  /** Path of a field, such as {@code network.nodes[3].x}. */
  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  boolean has(String name) {
    return object.has(name);
  }

  JsonNode get(String name) throws StoreProblem {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      throw StoreProblem.value("store.missing", path(name));
    }
    return value;
  }

  Fields object(String name) throws StoreProblem {
    return of(path(name), get(name));
  }

  List<Fields> objects(String name, int most) throws StoreProblem {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      objects.add(of(path(name) + "[" + objects.size() + "]", item));
    }
    return objects;
  }

  JsonNode list(String name, int most) throws StoreProblem {
    JsonNode list = get(name);
    if (!list.isArray()) {
      throw StoreProblem.value("store.not-list", path(name));
    } else if (list.size() > most) {
      throw StoreProblem.value("store.too-many", path(name), most);
    }
    return list;
  }

  List<String> texts(String name, int most) throws StoreProblem {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(name, most)) {
      texts.add(Values.text(path(name), item));
    }
    return texts;
  }

  String text(String name) throws StoreProblem {
    return Values.text(path(name), get(name));
  }

  int whole(String name, int min, int max) throws StoreProblem {
    return (int) whole(name, (long) min, (long) max);
  }

  long whole(String name, long min, long max) throws StoreProblem {
    return Values.whole(path(name), get(name), min, max);
  }

  double real(String name, double min, double max) throws StoreProblem {
    return Values.real(path(name), get(name), min, max);
  }

  int[] wholes(String name, int most) throws StoreProblem {
    return Values.wholes(path(name), list(name, most));
  }

  double[] reals(String name, int most) throws StoreProblem {
    JsonNode list = list(name, most);
    double[] numbers = new double[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Values.real(path(name) + "[" + i + "]", list.get(i), -Double.MAX_VALUE, Double.MAX_VALUE);
    }
    return numbers;
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) throws StoreProblem {
    return type.cast(Values.choice(path(name), get(name), List.of(type.getEnumConstants())));
  }
}
