package studio.backprop.ui.inside.lens.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Gate;
import studio.backprop.ui.inside.lens.recurrent.RecurrentNumbers.Sum;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Hit;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Place;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Row;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Numbers;

/** Formulas of one unit of a recurrent layer at one step, with current values. */
record RecurrentTexts(Lang lang, RecurrentNumbers of, Place at) {
  private static final int FACTORS = 3;
  private static final double MIN_DECIMAL = 0.0005;

  /** Symbol, meaning and value of each gate. */
  List<List<String>> gates() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", lang.say("lens.recurrent.gate"), lang.say("lens.recurrent.value")));
    for (Gate gate : of.gates()) {
      rows.add(List.of(gate.sign(), lang.say("lens.recurrent." + gate.sign()), digits(of.gate(gate.sign(), at.step(), at.unit()))));
    }
    rows.add(List.of("h", lang.say("lens.recurrent.h"), digits(after(of.states().values()))));
    return rows;
  }

  /** The same with raw values, for bars. */
  List<GateTable.Row> rows() {
    List<GateTable.Row> rows = new ArrayList<>();
    for (Gate gate : of.gates()) {
      double value = of.gate(gate.sign(), at.step(), at.unit());
      rows.add(new GateTable.Row(gate.sign(), lang.say("lens.recurrent." + gate.sign()), value, digits(value), gate.signed()));
    }
    double state = after(of.states().values());
    rows.add(new GateTable.Row("h", lang.say("lens.recurrent.h"), state, digits(state), true));
    return rows;
  }

  /** Computation of the state. */
  List<String> forward() {
    if (!of.counts()[at.step()]) {
      return List.of(lang.say("lens.recurrent.fills_up"));
    }
    String t = Numbers.lowered(at.step() + 1);
    String before = at.step() == of.first() ? "₀" : Numbers.lowered(of.fromEnd() ? at.step() + 2 : at.step());
    return switch (of.kind()) {
      case LSTM -> List.of(
          "c" + t + " = f · c" + before + " + i · g",
          "   = " + gate("f") + " · " + bracket(before(of.cells().values())) + " + " + gate("i") + " · "
              + bracket(of.gate("g", at.step(), at.unit())),
          "   = " + digits(after(of.cells().values())),
          "h" + t + " = o · tanh c" + t + " = " + digits(after(of.states().values())));
      case GRU -> List.of(
          "h" + t + " = (1 − z) · n + z · h" + before,
          "   = " + digits(1 - of.gate("z", at.step(), at.unit())) + " · " + bracket(of.gate("n", at.step(), at.unit())) + " + "
              + gate("z") + " · "
              + bracket(before(of.states().values())),
          "   = " + digits(after(of.states().values())));
      case SIMPLE -> simple(t, before);
    };
  }

  private List<String> simple(String t, String before) {
    List<String> lines = new ArrayList<>();
    lines.add("h" + t + " = tanh(W·x" + t + " + U·h" + before + " + b)");
    of.sum(0, at.step(), at.unit()).ifPresent(sum -> lines.add("   = tanh(" + parts(sum) + ")"));
    lines.add("   = " + digits(after(of.states().values())));
    return lines;
  }

  private String parts(Sum sum) {
    return digits(sum.input()) + " + " + bracket(sum.state()) + " + " + bracket(sum.inputBias() + sum.stateBias());
  }

  /** Gradient along the memory. */
  List<String> backward() {
    List<String> lines = new ArrayList<>();
    if (of.cells() != null && of.cells().grads() != null) {
      lines.add("∂L/∂c" + Numbers.lowered(at.step() + 1) + " = " + lang.numbers()
          .significant(of.cells().grads()[of.after(at.step(), at.unit())], 3));
    }
    if (of.states().grads() != null) {
      lines.add("∂L/∂h" + Numbers.lowered(at.step() + 1) + " = " + lang.numbers()
          .significant(of.states().grads()[of.after(at.step(), at.unit())], 3));
    }
    if (of.kind() == RecurrentNumbers.Kind.SIMPLE && of.counts()[at.step()]) {
      double h = after(of.states().values());
      lines.add(lang.say("lens.recurrent.slope", bracket(h), digits(1 - h * h)));
    }
    of.keeps().filter(sign -> !of.later(at.step()).isEmpty()).ifPresent(sign -> lines.add(product(sign)));
    return lines;
  }

  /** Product of the factors from the last step back to this one. */
  private String product(String sign) {
    List<Integer> later = of.later(at.step());
    List<String> factors = new ArrayList<>();
    later.stream().limit(FACTORS).forEach(step -> factors.add(digits(of.gate(sign, step, at.unit()))));
    if (later.size() > FACTORS) {
      factors.add("…");
    }
    String last = sign + Numbers.lowered(later.get(later.size() - 1) + 1);
    if (later.size() == 1) {
      return last + " = " + factors.get(0);
    }
    String names = sign + Numbers.lowered(later.get(0) + 1) + (later.size() > 2 ? " · … · " : " · ") + last;
    return names + " = " + String.join(" · ", factors) + " = " + lang.numbers().significant(of.kept(at.step(), at.unit()), 3);
  }

  /** Tooltip with value, index and gradient. */
  String tip(Hit hit, Optional<RecurrentNumbers> twin) {
    if (at.unit() < 0 || hit.row() == Row.NONE) {
      return "";
    }
    String place = lang.say("lens.recurrent.place", at.unit() + 1, at.step() + 1);
    return switch (hit.row()) {
      case GATES -> {
        Gate gate = of.gates().get(hit.gate());
        int index = at.step() * of.units() + at.unit();
        String made = gate.sign().equals("n") ? ""
            : of.sum(of.place(gate.sign()), at.step(), at.unit())
                .map(sum -> "\n" + activation(gate) + "(W·x + U·h + b) = " + activation(gate) + "(" + parts(sum) + ")").orElse("");
        yield told(gate.sign(), gate.values(), gate.grads(), index, "lens.recurrent.tip.gate") + made + "\n" + place;
      }
      case CELL -> told("c", of.cells().values(), of.cells().grads(), of.after(at.step(), at.unit()), "lens.recurrent.tip") + "\n" + place;
      default -> {
        RecurrentNumbers seen = hit.row() == Row.TWIN ? twin.orElse(of) : of;
        yield told("h", seen.states().values(), seen.states().grads(), seen.after(at.step(), at.unit()), "lens.recurrent.tip") + "\n"
            + place;
      }
    };
  }

  private static String activation(Gate gate) {
    return gate.signed() ? "tanh" : "σ";
  }

  private String told(String sign, float[] values, float[] grads, int index, String key) {
    return lang.say(key, sign, lang.numbers().fixed(values[index], 4), grads == null ? "–" : lang.numbers().significant(grads[index], 3));
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

  /** Values that three decimals would round to 0 have significant digits instead. */
  private String digits(double value) {
    return value != 0 && Math.abs(value) < MIN_DECIMAL ? lang.numbers().significant(value, 2) : lang.numbers().fixed(value, 3);
  }

  private String bracket(double value) {
    return value < 0 ? "(" + digits(value) + ")" : digits(value);
  }
}
