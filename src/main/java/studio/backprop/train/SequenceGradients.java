package studio.backprop.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.backprop.op.Recurrent;
import studio.backprop.plan.Plan;
import studio.backprop.plan.Step;

/** How far back in time the gradient reaches: of each layer that reads a sequence, ‖∂L/∂h‖ step by step. Looking allocates nothing. */
final class SequenceGradients {
  private final List<Reader> readers = new ArrayList<>();

  /** One layer; of one that reads in both directions, the first. */
  private static final class Reader {
    private final int node;
    private final Recurrent op;
    private final double[] squares;
    private double[] before;
    private int looks;

    private Reader(int node, Recurrent op) {
      this.node = node;
      this.op = op;
      this.squares = new double[op.steps()];
      this.before = new double[0];
    }

    private void look() {
      for (int step = 0; step < squares.length; step++) {
        squares[step] += op.stateGradient(step);
      }
      looks++;
    }

    private double[] gradients() {
      return looks == 0 ? before : Arrays.stream(squares).map(sum -> Math.sqrt(sum / looks)).toArray();
    }

    private void clear() {
      before = gradients();
      Arrays.fill(squares, 0);
      looks = 0;
    }
  }

  SequenceGradients(Plan plan) {
    for (Step step : plan.steps()) {
      if (step.op() instanceof Recurrent op && op.output().hasGrad() && readers.stream().noneMatch(known -> known.node == step.node())) {
        readers.add(new Reader(step.node(), op));
      }
    }
  }

  /** After a backward pass. */
  void look() {
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).look();
    }
  }

  List<Vitals.OfSequence> record() {
    return readers.stream().filter(reader -> reader.gradients().length > 0).map(reader -> new Vitals.OfSequence(reader.node, reader.gradients())).toList();
  }

  void clear() {
    readers.forEach(Reader::clear);
  }
}
