package studio.backprop.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.backprop.op.Recurrent;
import studio.backprop.plan.Step;

/** ‖∂L/∂h‖ by time step of recurrent layers. Measuring allocates nothing. */
final class SequenceGradients {
  private final List<Reader> readers = new ArrayList<>();

  /** Recurrent layer; of a bidirectional one, the forward direction. */
  private static final class Reader {
    private final int node;
    private final Recurrent op;
    private final double[] squares;
    /** Measurements of each time step: sequences may be shorter. */
    private final int[] looks;
    private double[] before;
    private boolean looked;

    private Reader(int node, Recurrent op) {
      this.node = node;
      this.op = op;
      this.squares = new double[op.steps()];
      this.looks = new int[op.steps()];
      this.before = new double[0];
    }

    private void look() {
      for (int step = 0; step < squares.length; step++) {
        double square = op.stateGradient(step);
        if (!Double.isNaN(square)) {
          squares[step] += square;
          looks[step]++;
        }
      }
      looked = true;
    }

    private double[] gradients() {
      return looked ? IntStream.range(0, squares.length).mapToDouble(step -> Math.sqrt(squares[step] / looks[step])).toArray() : before;
    }

    private void clear() {
      before = gradients();
      Arrays.fill(squares, 0);
      Arrays.fill(looks, 0);
      looked = false;
    }
  }

  /** @param steps of a plan */
  SequenceGradients(List<Step> steps) {
    for (Step step : steps) {
      if (step.op() instanceof Recurrent op && op.output().hasGrad() && readers.stream().noneMatch(known -> known.node == step.node())) {
        readers.add(new Reader(step.node(), op));
      }
    }
  }

  /** To be called after a backward pass. */
  void look() {
    for (int i = 0; i < readers.size(); i++) {
      readers.get(i).look();
    }
  }

  List<HealthStats.OfSequence> record() {
    return readers.stream().filter(reader -> reader.gradients().length > 0)
        .map(reader -> new HealthStats.OfSequence(reader.node, reader.gradients())).toList();
  }

  void clear() {
    readers.forEach(Reader::clear);
  }
}
