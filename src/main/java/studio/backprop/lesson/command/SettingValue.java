package studio.backprop.lesson.command;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;

/** Parser and formatter of setting values. */
final class SettingValue {
  private static final int MOST_DIGITS = 12;

  private SettingValue() {}

  /** The value; empty where the text is invalid or out of range. */
  static Optional<Object> parse(Setting setting, String text) {
    return read(setting, text).filter(value -> setting.problem(value).isEmpty());
  }

  /** Message for a value of the right type that is out of range. */
  static Optional<Message> outOfRange(Setting setting, String text) {
    return read(setting, text).flatMap(setting::problem);
  }

  private static Optional<Object> read(Setting setting, String text) {
    try {
      return switch (setting.kind()) {
        case WHOLE -> Optional.of(Integer.valueOf(text));
        case REAL -> Optional.of(Double.valueOf(text)).filter(Double::isFinite).map(Object.class::cast);
        case SWITCH -> switch (text) {
          case "true", "on" -> Optional.of(true);
          case "false", "off" -> Optional.of(false);
          default -> Optional.empty();
        };
        case CHOICE -> setting.choices().stream().filter(choice -> SettingNames.lower(choice).equals(text)).findFirst();
        case SIZE -> {
          int[] sides = sizes(text);
          yield sides.length > 2 ? Optional.empty() : Optional.of(new Size(sides[0], sides[sides.length - 1]));
        }
        case SHAPE -> Optional.of(Shape.of(sizes(text)));
        case INIT -> Optional.of(Init.parse(text));
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static String write(Object value) {
    if (value instanceof Double number) {
      return number(number);
    }
    return value instanceof Enum<?> choice ? SettingNames.lower(choice) : String.valueOf(value).replace('×', 'x');
  }

  /** Shortest decimal text of a number: 0.05, 20, 1.0E-7. */
  static String number(double value) {
    String shortest = value == (float) value ? Float.toString((float) value) : Double.toString(value);
    String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    return plain.length() <= MOST_DIGITS && Double.parseDouble(plain) == value ? plain : Double.toString(value);
  }

  /** Sizes such as {@code 3} or {@code 1x8x8}. */
  private static int[] sizes(String text) {
    return Arrays.stream(text.split("[x×]")).mapToInt(Integer::parseInt).toArray();
  }
}
