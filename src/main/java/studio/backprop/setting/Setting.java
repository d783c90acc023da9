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
 * A setting of a form.
 *
 * @param name of the record component, also in files
 * @param range of its number or numbers; unlimited for other kinds
 * @param choices constants of an enum, empty for other kinds
 * @param shown condition; empty if always
 * @param help one sentence
 */
public record Setting(
    String name, Kind kind, Limits range, List<Object> choices, Optional<Shown> shown, Message title, Message help) {

  /** Type of a setting's value. */
  public enum Kind {
    WHOLE,
    REAL,
    SWITCH,
    CHOICE,
    SIZE,
    SHAPE,
    INIT
  }

  /** Inclusive range. */
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

  /** Validates a value; the message has the name, the value and the range. */
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

  /** In full precision: a message would round 0.00001 to 0. */
  private static Object written(Object value) {
    boolean fraction = value instanceof Double number && number != Math.rint(number);
    return fraction ? BigDecimal.valueOf((Double) value).stripTrailingZeros().toPlainString() : value;
  }

  /** Localized name of an enum constant; key such as {@code choice.Activation.relu}. */
  public static Message choiceTitle(Object choice) {
    Enum<?> constant = (Enum<?>) choice;
    return Message.of("choice." + constant.getDeclaringClass().getSimpleName() + "." + constant.name().toLowerCase(Locale.ROOT));
  }
}
