package studio.backprop.train.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.op.Elementwise;
import studio.backprop.op.Op;
import studio.backprop.tensor.Tensor;

/**
 * How a number was computed, op by op, back to the beginning of its node. Where a number is linear in its parameters or in its inputs, it is
 * the sum of each times its slope, and is written so: Euler's theorem for functions of degree one. Otherwise it is said what it is a
 * function of.
 */
final class Forward {
  private static final int MOST_TERMS = 5;
  private static final double EQUAL = 1e-4;

  private final Slopes slopes;
  private final Naming naming;

  Forward(Slopes slopes, Naming naming) {
    this.slopes = slopes;
    this.naming = naming;
  }

  /** Changes the gradients in the plan, not the kept ones. */
  List<Line> lines(Cell cell) {
    List<Line> lines = new ArrayList<>();
    Optional<Cell> next = Optional.of(cell);
    int node = naming.place(cell).node();
    while (next.isPresent() && slopes.maker(next.get().tensor()) >= 0 && naming.place(next.get()).node() == node) {
      next = add(next.get(), lines);
    }
    return lines;
  }

  /** Adds the line of one number, and answers what it mostly comes from. */
  private Optional<Cell> add(Cell of, List<Line> lines) {
    int maker = slopes.maker(of.tensor());
    Op op = slopes.steps().get(maker).op();
    if (!of.tensor().hasGrad()) {
      lines.add(new Line(slopes.steps().get(maker).node(), op.name(), naming.place(of), false, List.of(), 0, 0, maker + 1));
      return Optional.empty();
    }
    slopes.goBackFrom(maker, of);
    boolean bends = op instanceof Elementwise;
    List<Weighed> inputs = bends ? alone(op, of) : weighed(op, false);
    List<Weighed> parameters = weighed(op, true);
    List<Weighed> terms = !bends && adds(parameters, of) ? parameters : inputs.isEmpty() ? parameters : inputs;
    boolean sum = !bends && adds(terms, of);
    lines.add(line(maker, of, terms, sum));
    return inputs.stream().filter(term -> term.cell.row() == of.row()).map(Weighed::cell).findFirst();
  }

  /** A number that another is computed from, and the slope. */
  private record Weighed(Cell cell, double slope) {
    double product() {
      return cell.value() * slope;
    }
  }

  /** What a function of a single number is a function of, whatever its slope. */
  private static List<Weighed> alone(Op op, Cell of) {
    Cell input = new Cell(op.inputs().get(0), of.row(), of.place());
    return List.of(new Weighed(input, input.tensor().hasGrad() ? input.tensor().grads()[input.at()] : 0));
  }

  private List<Weighed> weighed(Op op, boolean parameters) {
    List<Weighed> found = new ArrayList<>();
    for (Tensor tensor : op.inputs().stream().filter(t -> t.hasGrad() && naming.isParameter(t) == parameters).distinct().toList()) {
      for (int row = 0; row < tensor.rows(); row++) {
        for (int place = 0; place < tensor.rowCount(); place++) {
          float slope = tensor.grads()[tensor.index(row, place)];
          if (slope != 0) {
            found.add(new Weighed(new Cell(tensor, row, place), slope));
          }
        }
      }
    }
    found.sort(Comparator.comparingDouble(term -> -Math.abs(term.product())));
    return found;
  }

  private static boolean adds(List<Weighed> terms, Cell of) {
    double sum = 0;
    double size = Math.abs(of.value());
    for (Weighed term : terms) {
      sum += term.product();
      size = Math.max(size, Math.abs(term.product()));
    }
    return !terms.isEmpty() && Math.abs(sum - of.value()) <= EQUAL * size;
  }

  private Line line(int maker, Cell of, List<Weighed> all, boolean sum) {
    Op op = slopes.steps().get(maker).op();
    List<Term> terms = all.stream().limit(MOST_TERMS).map(term -> new Term(naming.place(term.cell), partner(term, op), term.slope, term.product())).toList();
    double told = terms.stream().mapToDouble(Term::product).sum();
    int others = all.size() - terms.size();
    double rest = sum && others > 0 ? of.value() - told : 0;
    return new Line(slopes.steps().get(maker).node(), op.name(), naming.place(of), sum, terms, rest, others, maker + 1);
  }

  /** The letter of what a number is multiplied by; empty where it is added as it is. */
  private String partner(Weighed term, Op op) {
    if (term.slope == 1 || !naming.sums(op)) {
      return "";
    }
    return naming.isParameter(term.cell.tensor()) ? naming.letter(op.inputs().get(0)) : "w";
  }
}
