package studio.backprop.store;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON of unlocalized messages. */
final class MessageJson {
  private static final int MOST_ARGS = 16;
  private static final int DEEPEST = 4;

  private MessageJson() {}

  static ObjectNode write(Message message) {
    ObjectNode object = Json.object();
    object.put("key", message.key());
    if (!message.args().isEmpty()) {
      ArrayNode args = object.putArray("args");
      message.args().forEach(arg -> add(args, arg));
    }
    return object;
  }

  private static void add(ArrayNode args, Object arg) {
    if (arg instanceof Message message) {
      args.add(write(message));
    } else if (arg instanceof Integer || arg instanceof Long) {
      args.add(((Number) arg).longValue());
    } else if (arg instanceof Number number && Double.isFinite(number.doubleValue())) {
      args.add(number.doubleValue());
    } else {
      args.add(String.valueOf(arg));
    }
  }

  static Message read(Fields fields) throws StoreProblem {
    Message message = read(fields, DEEPEST);
    try {
      Texts.all().forEach(texts -> texts.say(message));
    } catch (IllegalArgumentException e) {
      throw StoreProblem.value("store.unknown", fields.path("key"), message.key());
    }
    return message;
  }

  private static Message read(Fields fields, int deep) throws StoreProblem {
    List<Object> args = new ArrayList<>();
    if (fields.has("args")) {
      for (JsonNode arg : fields.list("args", MOST_ARGS)) {
        args.add(arg(fields.path("args") + "[" + args.size() + "]", arg, deep - 1));
      }
    }
    return new Message(fields.text("key"), args);
  }

  private static Object arg(String path, JsonNode arg, int deep) throws StoreProblem {
    if (arg.isObject() && deep > 0) {
      return read(Fields.of(path, arg), deep);
    } else if (arg.isIntegralNumber()) {
      return Values.whole(path, arg, Long.MIN_VALUE, Long.MAX_VALUE);
    } else if (arg.isNumber()) {
      return Values.real(path, arg, -Double.MAX_VALUE, Double.MAX_VALUE);
    }
    return Values.text(path, arg);
  }
}
