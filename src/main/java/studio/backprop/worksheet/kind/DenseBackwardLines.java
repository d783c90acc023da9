package studio.backprop.worksheet.kind;

import static studio.backprop.worksheet.kind.HumaneNumbers.name;

import java.util.ArrayList;
import java.util.List;
import studio.backprop.text.Message;
import studio.backprop.worksheet.SheetLine;
import studio.backprop.worksheet.Slip;

/** Backward pass of {@link DenseSheet}: gradients, and the weights after a step of gradient descent. */
final class DenseBackwardLines {
  private final DenseSheet.Hidden hidden;
  private final int dead;

  /** @param dead number of the dead unit, or 0; its zeros reveal no mistakes */
  DenseBackwardLines(DenseSheet.Hidden hidden, int dead) {
    this.hidden = hidden;
    this.dead = dead;
  }

  private double telling(int unit, double usual) {
    return unit == dead ? 0 : usual;
  }

  /** Gradients from the output to the hidden activations. */
  List<SheetLine> outputs() {
    List<SheetLine> lines = new ArrayList<>();
    lines.add(SheetLine.of("d_o", "2*e", name("d_o"), Slip.clear("no_two", "e")));
    for (int unit = 1; unit <= 2; unit++) {
      int other = 3 - unit;
      lines.add(SheetLine.of("d_v" + unit, "d_o*h" + unit, name("d_v", unit),
          Slip.of("no_two", "e*h" + unit, telling(unit, Slip.FINE)),
          Slip.of("other_unit", "d_o*h" + other, telling(unit, Slip.CLEAR)), Slip.of("weight_for_output", "d_o*v" + unit, 0)));
    }
    lines.add(SheetLine.of("d_c", "d_o", name("d_c"), Slip.clear("no_two", "e")));
    for (int unit = 1; unit <= 2; unit++) {
      int other = 3 - unit;
      lines.add(SheetLine.of("d_h" + unit, "d_o*v" + unit, name("d_h", unit), Slip.of("no_two", "e*v" + unit, Slip.FINE),
          Slip.clear("other_unit", "d_o*v" + other), Slip.of("output_for_weight", "d_o*h" + unit, 0)));
    }
    return lines;
  }

  /** Gradients from the hidden pre-activations to their weights. */
  List<SheetLine> hidden() {
    List<SheetLine> lines = new ArrayList<>();
    for (int unit = 1; unit <= 2; unit++) {
      lines.add(sum(unit));
    }
    for (int unit = 1; unit <= 2; unit++) {
      for (int input = 1; input <= 2; input++) {
        lines.add(SheetLine.of("d_w" + unit + input, "d_z" + unit + "*x" + input, name("d_w", input, unit),
            Slip.of("other_input", "d_z" + unit + "*x" + (3 - input), telling(unit, Slip.FINE)),
            Slip.of("no_input", "d_z" + unit, 0), Slip.of("other_unit", "d_z" + (3 - unit) + "*x" + input, 0)));
      }
    }
    return lines;
  }

  private SheetLine sum(int unit) {
    if (hidden == DenseSheet.Hidden.SIGMOID) {
      return SheetLine.of("d_z" + unit, "d_h" + unit + "*h" + unit + "*(1 - h" + unit + ")", name("d_z", unit),
          Slip.of("no_derivative", "d_h" + unit, Slip.CLEAR),
          Slip.of("derivative_at_z", "d_h" + unit + "*z" + unit + "*(1 - z" + unit + ")", 0));
    }
    return SheetLine.of("d_z" + unit, "d_h" + unit + "*step(z" + unit + ")", name("d_z", unit),
        unit == dead ? Slip.of("dead_passes", "d_h" + unit, 0) : Slip.of("times_sum", "d_h" + unit + "*z" + unit, 0));
  }

  List<SheetLine> update() {
    List<SheetLine> lines = new ArrayList<>();
    for (int unit = 1; unit <= 2; unit++) {
      lines.add(renewed("v" + unit, name("new_v", unit), telling(unit, Slip.FINE)));
    }
    lines.add(renewed("c", name("new_c"), Slip.FINE));
    for (int unit = 1; unit <= 2; unit++) {
      for (int input = 1; input <= 2; input++) {
        lines.add(renewed("w" + unit + input, name("new_w", input, unit), telling(unit, Slip.FINE)));
      }
      lines.add(bias(unit));
    }
    return lines;
  }

  private static SheetLine renewed(String weight, Message name, double telling) {
    return SheetLine.of(weight + "_n", weight + " - eta*d_" + weight, name,
        Slip.of("uphill", weight + " + eta*d_" + weight, telling), Slip.of("no_rate", weight + " - d_" + weight, 0));
  }

  /** The gradient of a bias is that of its pre-activation. */
  private SheetLine bias(int unit) {
    String bias = "b" + unit;
    return SheetLine.of(bias + "_n", bias + " - eta*d_z" + unit, name("new_b", unit),
        Slip.of("uphill", bias + " + eta*d_z" + unit, telling(unit, Slip.FINE)), Slip.of("no_rate", bias + " - d_z" + unit, 0));
  }
}
