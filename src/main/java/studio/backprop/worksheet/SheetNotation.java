package studio.backprop.worksheet;

import java.util.List;

/** Notation of formulas: symbolic or with numbers, on paper or on screen. */
public interface SheetNotation {
  String name(String name);

  String number(double value);

  String power(String base, String exponent);

  String function(SheetFunction function, List<String> of);

  default String times() {
    return "·";
  }

  default String quotient(String above, String below) {
    return above + " / " + below;
  }
}
