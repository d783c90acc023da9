package studio.backprop.derivation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import studio.backprop.op.Elementwise;
import studio.backprop.op.LossOp;
import studio.backprop.op.Op;
import studio.backprop.op.Relu;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/**
 * Forward computation of an element, op by op, back to the beginning of its node. Elements that are linear in parameters or inputs are
 * written as a sum of products with derivatives (Euler's theorem for homogeneous functions), others as a function of their inputs.
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

  /** Overwrites the gradients in the plan. */
  List<OpLine> lines(Cell cell) {
    List<OpLine> lines = new ArrayList<>();
    Optional<Cell> next = Optional.of(cell);
    int node = naming.place(cell).node();
    while (next.isPresent() && slopes.plan().maker(next.get().tensor()) >= 0 && naming.place(next.get()).node() == node) {
      next = add(next.get(), lines);
    }
    return lines;
  }

  /** Adds the line of one element. @return its largest input */
  private Optional<Cell> add(Cell of, List<OpLine> lines) {
    slopes.plan().mayStop();
    int maker = slopes.plan().maker(of.tensor());
    Step step = slopes.plan().steps().get(maker);
    Op op = step.op();
    if (!of.tensor().hasGrad()) {
      lines.add(new OpLine(step.node(), op.name(), naming.place(of), false, List.of(), 0, 0, maker + 1, op.getClass().getSimpleName(),
          form(op)));
      return Optional.empty();
    }
    boolean bends = op instanceof Elementwise || op instanceof Relu;
    Asked asked = ask(maker, of);
    List<Weighed> inputs = bends ? alone(asked, op, of) : weighed(asked, op, of, false);
    List<Weighed> parameters = weighed(asked, op, of, true);
    List<Weighed> terms = !bends && adds(parameters, of) ? parameters : inputs.isEmpty() ? parameters : inputs;
    boolean sum = !bends && adds(terms, of);
    lines.add(line(maker, of, terms, sum, sum && naming.sums(op) ? terms == parameters ? inputs : parameters : List.of()));
    return inputs.stream().filter(term -> term.cell.row() == of.row()).map(Weighed::cell).findFirst();
  }

  /** Input element and derivative. */
  private record Weighed(Cell cell, double slope) {
    double product() {
      return cell.value() * slope;
    }
  }

  /** Source of derivatives of one output. */
  private interface Asked {
    double slope(Cell from);
  }

  private Asked ask(int maker, Cell of) {
    Miniature miniature = slopes.alone(maker, of.row());
    if (miniature != null) {
      miniature.goBackFrom(of);
      return miniature::slope;
    }
    slopes.goBackFrom(maker, of);
    return from -> from.tensor().grads()[from.at()];
  }

  /** The single input of an element-wise function, regardless of its derivative. */
  private static List<Weighed> alone(Asked asked, Op op, Cell of) {
    Cell input = new Cell(op.inputs().get(0), of.row(), of.place());
    return List.of(new Weighed(input, input.tensor().hasGrad() ? asked.slope(input) : 0));
  }

  private List<Weighed> weighed(Asked asked, Op op, Cell of, boolean parameters) {
    List<Weighed> found = new ArrayList<>();
    for (Tensor tensor : op.inputs().stream().filter(t -> t.hasGrad() && naming.isParameter(t) == parameters).distinct().toList()) {
      boolean own = !parameters && !op.mixesExamples();
      for (int row = own ? of.row() : 0; row < (own ? of.row() + 1 : tensor.rows()); row++) {
        for (int place = 0; place < tensor.rowCount(); place++) {
          Cell cell = new Cell(tensor, row, place);
          double slope = asked.slope(cell);
          if (slope != 0) {
            found.add(new Weighed(cell, slope));
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

  /** @param others possible second factors */
  private OpLine line(int maker, Cell of, List<Weighed> all, boolean sum, List<Weighed> others) {
    Op op = slopes.plan().steps().get(maker).op();
    Miniature miniature = others.isEmpty() ? null : slopes.alone(maker, of.row());
    List<Cell> partners = others.stream().map(Weighed::cell).toList();
    List<Term> terms = all.stream().limit(MOST_TERMS)
        .map(term -> new Term(naming.place(term.cell), partner(term, op), term.slope, term.product(),
            partner(miniature, of, term, partners))).toList();
    double told = terms.stream().mapToDouble(Term::product).sum();
    int more = all.size() - terms.size();
    double rest = sum && more > 0 ? of.value() - told : 0;
    return new OpLine(slopes.plan().steps().get(maker).node(), op.name(), naming.place(of), sum, terms, rest, more, maker + 1, op.getClass()
        .getSimpleName(), form(op));
  }

  private ClosedForm form(Op op) {
    return op instanceof LossOp loss ? LossForm.of(loss, naming) : ClosedForm.NONE;
  }

  private Optional<Place> partner(Miniature miniature, Cell of, Weighed term, List<Cell> partners) {
    return miniature == null ? Optional.empty() : Optional.ofNullable(miniature.partner(of, term.cell, partners)).map(naming::place);
  }

  /** Symbol of the second factor; empty if none. */
  private String partner(Weighed term, Op op) {
    if (term.slope == 1 || !naming.sums(op)) {
      return "";
    }
    return naming.isParameter(term.cell.tensor()) ? naming.letter(op.inputs().get(0)) : "w";
  }
}
