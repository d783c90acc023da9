package studio.backprop.ui.judge.evaluate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Page of the evaluation: its part of the common header, and its body. */
public interface EvaluationView {
  /** Controls from the tabs to the right edge; one of them grows. */
  List<Node> head();

  /** Receives keys that none of its controls consumes. */
  Region body();
}
