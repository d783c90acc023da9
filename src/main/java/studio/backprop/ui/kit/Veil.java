package studio.backprop.ui.kit;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Numbers that a learner is to predict and shall not read off the window before: wherever one of them would be written, in a label, a
 * tooltip, a formula or a text for screen readers, there is a "?". All writing of numbers asks here, so that no view can forget it. To be
 * used on the screen's thread.
 */
public final class Veil {
  /** What is written instead. */
  public static final String SIGN = "?";
  /** Two numbers that are written alike in three digits are the same. */
  private static final double ALIKE = 5e-4;
  private static final double PERCENT = 100;
  private static final Pattern IN_FORMULA = Pattern.compile("-?\\d+(?:\\.\\d+)?(?: \\\\cdot 10\\^\\{-?\\d+\\})?");

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(this, "count");
  private double[] hidden = {};
  private Set<String> outputs = Set.of();
  private boolean all;

  /** Hides every number until it is known which are to be hidden. */
  public void hideAll() {
    if (!all) {
      all = true;
      count.set(count.get() + 1);
    }
  }

  /** Hides these numbers, and no others any more. Zero cannot be hidden: it would be anywhere. */
  public void hide(double... numbers) {
    hide(Set.of(), numbers);
  }

  /**
   * Hides these numbers and whole outputs, and nothing else any more.
   *
   * @param nodes the names of nodes; what is seen of them from inside shows nothing of their output, neither number nor colour
   */
  public void hide(Set<String> nodes, double... numbers) {
    double[] wanted = Arrays.stream(numbers).filter(number -> Double.isFinite(number) && number != 0).toArray();
    if (all || !Arrays.equals(wanted, hidden) || !nodes.equals(outputs)) {
      all = false;
      hidden = wanted;
      outputs = Set.copyOf(nodes);
      count.set(count.get() + 1);
    }
  }

  /** Counts how often other numbers were hidden: what is written has to be written anew. */
  public ReadOnlyIntegerProperty countProperty() {
    return count.getReadOnlyProperty();
  }

  /** Whether anything is hidden. */
  public boolean isDown() {
    return all || hidden.length > 0 || !outputs.isEmpty();
  }

  /** Whether nothing of the output of the node with this name is to be seen. */
  public boolean hidesOutputOf(String node) {
    return all || outputs.contains(node);
  }

  /** Whether a number is one of the hidden ones, itself or in percent; its sign may stand apart. NaN is a part of a hidden output. */
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

  /** A formula without the hidden numbers. */
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
