package studio.backprop.ui.lens;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;
import studio.backprop.ui.lens.RecurrentNumbers.Gate;
import studio.backprop.ui.lens.RecurrentPlaces.Place;

/** One unit of a recurrent layer at one step, as its formulas with the numbers of now. */
record RecurrentWords(Lang lang, RecurrentNumbers of, Place at) {
  private static final int FACTORS = 3;

  /** Sign, meaning and number of each gate. */
  List<List<String>> gates() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", lang.say("lens.recurrent.gate"), lang.say("lens.recurrent.value")));
    for (Gate gate : of.gates()) {
      rows.add(List.of(gate.sign(), lang.say("lens.recurrent." + gate.sign()), digits(of.gate(gate.sign(), at.step(), at.unit()))));
    }
    rows.add(List.of("h", lang.say("lens.recurrent.h"), digits(after(of.states().values()))));
    return rows;
  }

  /** How the state is made. */
  List<String> forward() {
    if (!of.counts()[at.step()]) {
      return List.of(lang.say("lens.recurrent.fills_up"));
    }
    String t = Numbers.lowered(at.step() + 1);
    String before = at.step() == of.first() ? "₀" : Numbers.lowered(of.fromEnd() ? at.step() + 2 : at.step());
    return switch (of.kind()) {
      case LSTM -> List.of(
          "c" + t + " = f · c" + before + " + i · g",
          "   = " + gate("f") + " · " + bracket(before(of.cells().values())) + " + " + gate("i") + " · " + bracket(of.gate("g", at.step(), at.unit())),
          "   = " + digits(after(of.cells().values())),
          "h" + t + " = o · tanh c" + t + " = " + digits(after(of.states().values())));
      case GRU -> List.of(
          "h" + t + " = (1 − z) · n + z · h" + before,
          "   = " + digits(1 - of.gate("z", at.step(), at.unit())) + " · " + bracket(of.gate("n", at.step(), at.unit())) + " + " + gate("z") + " · "
              + bracket(before(of.states().values())),
          "   = " + digits(after(of.states().values())));
      case SIMPLE -> List.of(
          "h" + t + " = tanh(W·x" + t + " + U·h" + before + " + b)", "   = " + digits(after(of.states().values())));
    };
  }

  /** How the gradient goes back along the memory. */
  List<String> backward() {
    List<String> lines = new ArrayList<>();
    if (of.cells() != null && of.cells().grads() != null) {
      lines.add("∂L/∂c" + Numbers.lowered(at.step() + 1) + " = " + lang.numbers().significant(of.cells().grads()[of.after(at.step(), at.unit())], 3));
    }
    if (of.states().grads() != null) {
      lines.add("∂L/∂h" + Numbers.lowered(at.step() + 1) + " = " + lang.numbers().significant(of.states().grads()[of.after(at.step(), at.unit())], 3));
    }
    of.keeps().filter(sign -> !of.later(at.step()).isEmpty()).ifPresent(sign -> lines.add(product(sign)));
    return lines;
  }

  /** The factors from the last step back to this one, and what they make. */
  private String product(String sign) {
    List<Integer> later = of.later(at.step());
    List<String> factors = new ArrayList<>();
    later.stream().limit(FACTORS).forEach(step -> factors.add(digits(of.gate(sign, step, at.unit()))));
    if (later.size() > FACTORS) {
      factors.add("…");
    }
    return String.join(" · ", factors) + " = " + lang.numbers().significant(of.kept(at.step(), at.unit()), 3);
  }

  /** How many times weaker the gradient is at the first step than at the last. */
  List<List<String>> fading() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(lang.say("lens.recurrent.fading"), ""));
    if (of.cells() != null) {
      rows.add(List.of(lang.say("lens.recurrent.cell"), times(of.cellNorm(of.last()) / of.cellNorm(of.first()))));
    }
    rows.add(List.of(lang.say("lens.recurrent.state"), times(of.stateNorm(of.last()) / of.stateNorm(of.first()))));
    return rows;
  }

  private String times(double ratio) {
    return Double.isNaN(ratio) ? "–" : lang.numbers().significant(ratio, 3) + " ×";
  }

  private String gate(String sign) {
    return digits(of.gate(sign, at.step(), at.unit()));
  }

  private float before(float[] values) {
    return values[of.before(at.step(), at.unit())];
  }

  private float after(float[] values) {
    return values[of.after(at.step(), at.unit())];
  }

  private String digits(double value) {
    return lang.numbers().fixed(value, 3);
  }

  private String bracket(double value) {
    return value < 0 ? "(" + digits(value) + ")" : digits(value);
  }
}
