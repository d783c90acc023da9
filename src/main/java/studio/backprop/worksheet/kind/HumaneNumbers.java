package studio.backprop.worksheet.kind;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import studio.backprop.text.Message;

/** Random numbers for mental arithmetic. */
final class HumaneNumbers {
  private HumaneNumbers() {}

  /** Number with one decimal, of either sign. @param least in tenths */
  static double tenth(Random random, int least, int most) {
    return (random.nextBoolean() ? 1 : -1) * between(random, least, most) / 10.0;
  }

  static int between(Random random, int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  static double of(Random random, double... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** Whether all absolute values differ. */
  static boolean differInSize(ToDoubleFunction<String> values, List<String> names) {
    return names.stream().mapToLong(name -> Math.round(Math.abs(values.applyAsDouble(name)) * 1e6)).distinct().count() == names.size();
  }

  static double size(ToDoubleFunction<String> values, String name) {
    return Math.abs(values.applyAsDouble(name));
  }

  /** Name of a line in words. @param places indices of units and cells */
  static Message name(String key, Object... places) {
    Object[] words = Arrays.stream(places).map(place -> place instanceof Message ? place : String.valueOf(place)).toArray();
    return Message.of("worksheet.name." + key, words);
  }

  /** Language-independent text. */
  static Message literal(String sign) {
    return Message.of("worksheet.literal", sign);
  }
}
