package studio.backprop.setting;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/**
 * One thing a person may set.
 *
 * @param name of the record component, also the name in files
 * @param kind what it holds
 * @param range of its number or numbers; without limits for other kinds
 * @param choices the constants of an enum, empty for other kinds
 * @param shown when it applies; empty if always
 * @param title what the form calls it
 * @param help one sentence of meaning
 */
public record Setting(
    String name, Kind kind, Limits range, List<Object> choices, Optional<Shown> shown, Message title, Message help) {

  /** What a setting holds. */
  public enum Kind {
    WHOLE,
    REAL,
    SWITCH,
    CHOICE,
    SIZE,
    SHAPE,
    INIT
  }

  /** The smallest and largest allowed number. */
  public record Limits(double min, double max) {
    static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    boolean holds(double number) {
      return number >= min && number <= max;
    }
  }

  static Setting of(RecordComponent component, String prefix) {
    Class<?> type = component.getType();
    Range range = component.getAnnotation(Range.class);
    String own = prefix + "." + component.getName();
    String key = Texts.ENGLISH.has(own) ? own : "setting." + component.getName();
    return new Setting(
        component.getName(),
        kindOf(type),
        range == null ? Limits.NONE : new Limits(range.min(), range.max()),
        type.isEnum() ? List.of(type.getEnumConstants()) : List.of(),
        Optional.ofNullable(component.getAnnotation(Shown.class)),
        Message.of(key),
        Message.of(key + ".help"));
  }

  private static Kind kindOf(Class<?> type) {
    if (type == int.class) {
      return Kind.WHOLE;
    } else if (type == double.class) {
      return Kind.REAL;
    } else if (type == boolean.class) {
      return Kind.SWITCH;
    } else if (type == Size.class) {
      return Kind.SIZE;
    } else if (type == Shape.class) {
      return Kind.SHAPE;
    } else if (type == Init.class) {
      return Kind.INIT;
    } else if (type.isEnum()) {
      return Kind.CHOICE;
    }
    throw new IllegalArgumentException("no form shows a " + type.getName());
  }

  /** What is wrong with a value, if anything: one sentence with the name, the value and the range. */
  public Optional<Message> problem(Object value) {
    boolean good =
        switch (kind) {
          case WHOLE, REAL -> range.holds(((Number) value).doubleValue());
          case SIZE -> range.holds(((Size) value).height()) && range.holds(((Size) value).width());
          default -> true;
        };
    return good
        ? Optional.empty()
        : Optional.of(Message.of("setting.range", title, written(value), written(range.min), written(range.max)));
  }

  /** A number with all its digits: a sentence would round 0.00001 to 0. */
  private static Object written(Object value) {
    boolean fraction = value instanceof Double number && number != Math.rint(number);
    return fraction ? BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString() : value;
  }

  /** The name a choice goes by on screen: the key is the enum's name and the constant, as in {@code choice.Activation.relu}. */
  public static Message choiceTitle(Object choice) {
    Enum<?> constant = (Enum<?>) choice;
    return Message.of("choice." + constant.getDeclaringClass().getSimpleName() + "." + constant.name().toLowerCase(Locale.ROOT));
  }
}
