package studio.backprop.store;

import java.util.Map;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON of layer, optimizer and schedule settings, by their forms. Settings missing in older files have their defaults. */
final class SettingsJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MOST_NUMBERS = 1 << 24;

  private SettingsJson() {}

  static <R> ObjectNode write(Form<R> form, R record) {
    ObjectNode object = Json.object();
    form.values(record).forEach((name, value) -> object.set(name, write(value)));
    return object;
  }

  private static JsonNode write(Object value) {
    if (value instanceof Integer number) {
      return JSON.numberNode(number);
    } else if (value instanceof Double number) {
      return JSON.numberNode(number);
    } else if (value instanceof Boolean on) {
      return JSON.booleanNode(on);
    } else if (value instanceof Size size) {
      return write(size.height(), size.width());
    } else if (value instanceof Shape shape) {
      return write(shape.toArray());
    }
    return JSON.stringNode(value instanceof Enum<?> ? Values.name(value) : value.toString());
  }

  static ArrayNode write(int... numbers) {
    ArrayNode array = JSON.arrayNode();
    for (int number : numbers) {
      array.add(number);
    }
    return array;
  }

  /** @param usual defaults of missing values */
  static <R> R read(Form<R> form, R usual, Fields fields) throws StoreProblem {
    Map<String, Object> values = form.values(usual);
    for (Setting setting : form.kept()) {
      if (fields.has(setting.name())) {
        values.put(setting.name(), value(setting, fields.path(setting.name()), fields.get(setting.name())));
      }
    }
    R record = form.make(values);
    for (Setting setting : form.kept()) {
      Object value = form.value(record, setting);
      if (form.applies(record, setting) && setting.problem(value).isPresent()) {
        Setting.Limits range = setting.range();
        throw Values.outOfRange(fields.path(setting.name()), range.min(), range.max(), value.toString());
      }
    }
    return record;
  }

  private static Object value(Setting setting, String path, JsonNode node) throws StoreProblem {
    return switch (setting.kind()) {
      case WHOLE -> whole(setting.range(), path, node);
      case REAL -> Values.real(path, node, -Double.MAX_VALUE, Double.MAX_VALUE);
      case SWITCH -> Values.yesOrNo(path, node);
      case CHOICE -> Values.choice(path, node, setting.choices());
      case SIZE -> size(path, node);
      case SHAPE -> shape(path, node);
      case INIT -> init(path, node);
    };
  }

  /** An integer overflow is reported with the limits of the setting. */
  private static int whole(Setting.Limits range, String path, JsonNode node) throws StoreProblem {
    double least = Math.max(range.min(), Integer.MIN_VALUE);
    double most = Math.min(range.max(), Integer.MAX_VALUE);
    if (node.isIntegralNumber() && !node.canConvertToInt()) {
      throw Values.outOfRange(path, least, most, Values.said(node));
    }
    return (int) Values.whole(path, node, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static Size size(String path, JsonNode node) throws StoreProblem {
    int[] numbers = Values.wholes(path, node);
    if (numbers.length != 2) {
      throw StoreProblem.value("store.not-size", path);
    }
    return new Size(numbers[0], numbers[1]);
  }

  private static Shape shape(String path, JsonNode node) throws StoreProblem {
    int[] sizes = Values.wholes(path, node);
    double count = 1;
    boolean positive = true;
    for (int size : sizes) {
      positive &= size >= 1;
      count *= size;
    }
    if (!positive || sizes.length < 1 || sizes.length > 3 || count > MOST_NUMBERS) {
      throw StoreProblem.value("store.not-shape", path);
    }
    return Shape.of(sizes);
  }

  private static Init init(String path, JsonNode node) throws StoreProblem {
    String text = Values.text(path, node);
    try {
      Init init = Init.parse(text);
      if (Double.isFinite(init.value()) && (init.kind() == Init.Kind.CONSTANT || init.value() == 0)) {
        return init;
      }
    } catch (IllegalArgumentException e) {
      // reported below, with the path
    }
    throw StoreProblem.value("store.unknown", path, node.toString());
  }
}
