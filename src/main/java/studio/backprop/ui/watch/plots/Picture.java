package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Draws one kind of answer. */
interface Picture {
  Region node();

  /**
   * Draws an answer of this picture's kind.
   *
   * @param anew whether colours or words have changed too
   */
  void show(NetworkOutput answer, boolean anew);

  /** The chosen example is another one. */
  void mark();

  /** A person points at another neuron, or at none. */
  default void point() {
    // most pictures know no single neurons
  }

  /** What stands in the place of the title, as while a single neuron is shown or a person plays; empty otherwise. */
  default Optional<String> unit() {
    return Optional.empty();
  }

  /** @param changed hears when the picture has another title by itself */
  default void onTitle(Runnable changed) {
    // most have the same one always
  }

  /** What can be switched, for the end of the title line. */
  default Optional<Node> tool() {
    return Optional.empty();
  }

  /** What the title line says of this answer, in quiet words: the same at several lengths, the longest first. */
  List<String> detail(NetworkOutput answer);
}
