package studio.backprop.text;

import java.util.Locale;

/**
 * A number in a sentence that was measured: it is written with the two digits that matter, by whoever knows the reader's language.
 *
 * @param value may be of any size
 */
public record Measured(double value) {
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
