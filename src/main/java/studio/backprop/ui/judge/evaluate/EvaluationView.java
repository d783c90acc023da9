package studio.backprop.ui.judge.evaluate;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** One of the pages: what it puts into the common header, and what stands below. */
public interface EvaluationView {
  /** From the tabs to the right edge; one of them takes the room that is left. */
  List<Node> head();

  /** Takes the keys where none of its controls does. */
  Region body();
}
