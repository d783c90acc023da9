package studio.backprop.ui.judge.examples;

import java.util.Optional;
import java.util.Set;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;
import studio.backprop.observe.predict.Predictions;
import studio.backprop.ui.judge.examples.ExamplesModel.Cell;
import studio.backprop.ui.judge.examples.ExamplesModel.Verdict;

/**
 * Filter of the listed examples.
 *
 * @param part that is shown; empty for all
 * @param verdict whether predictions are right
 * @param cell of the confusion matrix; empty for all
 * @param picked selected in another page; empty for all
 * @param predictions of the examples; empty before the first
 */
record ExampleFilter(
    Optional<Part> part, Verdict verdict, Optional<Cell> cell, Optional<Set<Example>> picked, Optional<Predictions> predictions) {
  boolean passes(PreparedData shown, Example example) {
    if (part.filter(only -> only != example.part()).isPresent() || picked.filter(some -> !some.contains(example)).isPresent()) {
      return false;
    }
    Optional<Predictions> said = predictions.filter(p -> p.has(example.part()));
    boolean judged = verdict == Verdict.ALL
        || said.filter(p -> p.right(example.part(), example.row()) == (verdict == Verdict.RIGHT)).isPresent();
    return judged && cell.map(only -> inCell(only, shown, said, example)).orElse(true);
  }

  private static boolean inCell(Cell only, PreparedData shown, Optional<Predictions> said, Example example) {
    return shown.classOf(example.part(), example.row()) == only.truth()
        && (only.predicted() == Cell.ANY || said.filter(p -> p.classOf(example.part(), example.row()) == only.predicted()).isPresent());
  }
}
