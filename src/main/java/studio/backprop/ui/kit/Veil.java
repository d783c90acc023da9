package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Numbers that a learner is to predict, written as "?" everywhere: all number formatting goes through here. JavaFX thread only. */
public final class Veil {
  public static final String SIGN = "?";
  /** Relative tolerance: numbers equal in three digits are the same. */
  private static final double ALIKE = 5e-4;
  private static final double PERCENT = 100;
  private static final Pattern IN_FORMULA = Pattern.compile("-?\\d+(?:\\.\\d+)?(?: \\\\cdot 10\\^\\{-?\\d+\\})?");

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private double[] hidden = {};
  private Set<String> outputs = Set.of();
  private boolean all;

  /** Hides every number until the set is known. */
  public void hideAll() {
    if (!all) {
      all = true;
      count.set(count.get() + 1);
    }
  }

  /** Replaces the hidden numbers. Zero cannot be hidden: it occurs everywhere. */
  public void hide(double... numbers) {
    hide(Set.of(), numbers);
  }

  /** Replaces the hidden numbers, and the nodes whose output is hidden in any form, number or colour. */
  public void hide(Set<String> nodes, double... numbers) {
    double[] wanted = Arrays.stream(numbers).filter(number -> Double.isFinite(number) && number != 0).toArray();
    if (all || !Arrays.equals(wanted, hidden) || !nodes.equals(outputs)) {
      all = false;
      hidden = wanted;
      outputs = Set.copyOf(nodes);
      count.set(count.get() + 1);
    }
  }

  /** Number of changes so far; texts have to be written again after each. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  public boolean isDown() {
    return all || hidden.length > 0 || !outputs.isEmpty();
  }

  public boolean hidesOutputOf(String node) {
    return all || outputs.contains(node);
  }

  /** Whether a number is hidden, itself or as a percentage, regardless of sign. NaN is part of a hidden output. */
  public boolean hides(double number) {
    if (all || Double.isNaN(number)) {
      return isDown();
    }
    for (double one : hidden) {
      double size = Math.abs(one);
      double near = ALIKE * size;
      boolean percent = size <= 1 && Math.abs(Math.abs(number) / PERCENT - size) <= near;
      if (percent || Math.abs(Math.abs(number) - size) <= near) {
        return true;
      }
    }
    return false;
  }

  public String over(String latex) {
    if (!isDown()) {
      return latex;
    }
    return IN_FORMULA.matcher(latex).replaceAll(found -> Matcher.quoteReplacement(hides(value(found.group())) ? SIGN : found.group()));
  }

  private static double value(String written) {
    int power = written.indexOf(" \\cdot 10^{");
    return power < 0 ? Double.parseDouble(written)
        : Double.parseDouble(written.substring(0, power) + "e" + written.substring(power + 11, written.length() - 1));
  }
}
